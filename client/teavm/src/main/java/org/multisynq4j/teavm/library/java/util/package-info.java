/**
 * Collections that fail, iterate and notice changes as the JDK's do, on which replicas rely; TeaVM's differ there. They know nothing but {@code java.util}. Not
 * repeated is what a model cannot reach, such as serialisation, and what came after Java 17.
 *
 * <p>Methods that the JDK's class of that name has not are private or static, or have parameters that nobody else's would have: TeaVM takes any other method of a derived
 * class that has the same name and parameters for an override, whatever the packages. What such a class may override, methods call where the JDK's do.
 */
package org.multisynq4j.teavm.library.java.util;
