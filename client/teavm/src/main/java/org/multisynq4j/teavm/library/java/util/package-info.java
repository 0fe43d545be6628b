/**
 * Collections that fail, iterate and notice changes as the JDK's do, on which replicas rely; TeaVM's differ there. They know nothing but {@code java.util}. Not
 * repeated is what a model cannot reach, such as serialisation, and what came after Java 17.
 *
 * <p>Methods that the JDK's class of that name has not are private, or have a type of this package among their parameters: a class of a model that is derived from one
 * of these may have methods of any other name, and in programs packages do not keep them apart. What such a class may change, methods use where the JDK's do.
 */
package org.multisynq4j.teavm.library.java.util;
