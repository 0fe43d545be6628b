/**
 * Collections that fail, iterate and notice changes as the JDK's do, on which replicas rely; TeaVM's differ there. They know nothing but {@code java.util}. Not
 * repeated is what a model cannot reach, such as serialisation, and what came after Java 17.
 */
package org.multisynq4j.teavm.library.java.util;
