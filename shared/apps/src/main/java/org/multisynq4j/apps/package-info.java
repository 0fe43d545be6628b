/**
 * The models of the sample applications, one package each. They depend on the engine's {@code model} package and the Java library only, and run unchanged in
 * browsers and on the JVM.
 */
package org.multisynq4j.apps;
