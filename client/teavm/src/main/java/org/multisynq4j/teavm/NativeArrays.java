package org.multisynq4j.teavm;

import org.teavm.backend.javascript.spi.InjectedBy;

/** What {@link UncheckedArrays} puts in the place of reading and writing elements. Runs in JavaScript only. */
public final class NativeArrays {
    private NativeArrays() {}

    /** @param elements the typed array behind a Java array */
    @InjectedBy(NativeArraysInjector.class)
    public static native int get(Object elements, int index);

    @InjectedBy(NativeArraysInjector.class)
    public static native Object getObject(Object elements, int index);

    @InjectedBy(NativeArraysInjector.class)
    public static native void put(Object elements, int index, int value);
}
