package org.teavm.classlib.java.security;

/** {@code java.security.Security} in a browser: no properties are set. */
public final class TSecurity {
    private TSecurity() {}

    /** Always null, which callers must expect. */
    public static String getProperty(String key) {
        return null;
    }
}
