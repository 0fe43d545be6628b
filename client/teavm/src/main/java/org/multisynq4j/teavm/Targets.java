package org.multisynq4j.teavm;

import java.util.List;

/** Which classes are compiled with the JVM's semantics; binary names. */
final class Targets {
    /**
     * Library classes whose results models may use. Everything else of the JDK in TeaVM either does no floating-point arithmetic or division that a model can see, or
     * is refused by the scan.
     */
    private static final List<String> LIBRARY = List.of("java.lang.", "java.util.");

    private static final List<String> LEFT_ALONE = List.of(
            "java.", "javax.", "jdk.", "sun.", "org.teavm.", "org.bouncycastle.", "io.nayuki.", Exact.class.getName());

    /** Packages of engine, client and this plugin. */
    private static final List<String> OWN = List.of(
            "client",
            "crypto",
            "data",
            "identity",
            "json",
            "math",
            "model",
            "protocol",
            "snapshot",
            "teavm",
            "text",
            "util",
            "vm");

    private Targets() {}

    /** Application and engine: every rule applies. */
    static boolean isOurs(String className) {
        return LEFT_ALONE.stream().noneMatch(className::startsWith);
    }

    /** Neither the library's, nor the engine's or the client's. */
    static boolean isApplication(String className) {
        return isOurs(className)
                && OWN.stream().noneMatch(each -> className.startsWith("org.multisynq4j." + each + "."));
    }

    /** Array errors must be the JVM's; among the library's classes where a model's number becomes the size of an array. */
    static boolean needsArrayErrors(String className) {
        return isOurs(className) || className.equals("java.lang.AbstractStringBuilder");
    }

    /** Arithmetic must be exact, though array and cast errors are left as the library has them. */
    static boolean needsExactArithmetic(String className) {
        return isOurs(className) || LIBRARY.stream().anyMatch(className::startsWith);
    }
}
