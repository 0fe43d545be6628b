/**
 * What TeaVM's class library gets wrong of the platform's, written again: {@link org.multisynq4j.teavm.library.Overlay} puts whole classes in the place of TeaVM's
 * (those below {@code java}, named as what they replace), {@link org.multisynq4j.teavm.library.LibraryRepairs} replaces single methods by static ones of the classes
 * named {@code …Repairs}. All of it is plain Java, so that tests can compare it with the JDK on the JVM; a program links only what it uses.
 */
package org.multisynq4j.teavm.library;
