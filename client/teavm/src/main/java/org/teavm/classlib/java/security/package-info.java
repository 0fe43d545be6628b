/** What Bouncy Castle needs of {@code java.security} and TeaVM's class library lacks; TeaVM finds its own classes by this package and the prefix {@code T}. */
package org.teavm.classlib.java.security;
