/**
 * Numbers as text, with the same result on the JVM, in TeaVM's JavaScript and in Wasm GC.
 *
 * <p>The platforms' own conversions are not used: {@code Double.toString} differs between JDK versions and is wrong under TeaVM. Everything here is
 * exact double and {@code int} arithmetic; {@code long} is avoided in frequent paths because in a browser it is a heap object.
 */
package org.multisynq4j.text;
