package org.multisynq4j.scan;

import java.util.Set;

/** Tells whose code a class is; names are internal ({@code a/b/C$D}). */
final class Scope {
    private static final String BASE = "org/multisynq4j/";
    private static final Set<String> ENGINE_PACKAGES = Set.of(
            "model",
            "vm",
            "snapshot",
            "data",
            "protocol",
            "identity",
            "crypto",
            "json",
            "text",
            "math",
            "util",
            "scan");
    private static final String[] PLATFORM = {
        "java/", "javax/", "jdk/", "sun/", "com/sun/", "org/teavm/", "org/bouncycastle/", "netscape/"
    };

    private static final Set<String> OPEN_ENGINE_PACKAGES = Set.of("model", "data", "json", "text", "math", "identity");
    private static final String VIEW = "org/multisynq4j/client/View";

    private final String rootOutermost;
    private final Library library;

    Scope(String root, Library library) {
        this.library = library;
        rootOutermost = outermost(root);
    }

    /** The JDK and what replaces it in a browser. */
    static boolean isPlatform(String name) {
        for (String prefix : PLATFORM) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Multisynq4J's own code that models may use. A model nested in a test of the engine is application code all the same. */
    boolean isEngine(String name) {
        return isOwn(name) && ENGINE_PACKAGES.contains(firstPackage(name));
    }

    /** Multisynq4J's participants' side, which no model may touch. */
    boolean isClient(String name) {
        return isOwn(name) && firstPackage(name).equals("client");
    }

    /** A subclass of {@code View}. */
    private boolean isView(String name) {
        return library.isSubtype(name, VIEW);
    }

    /** What no model may use: views, the participants' side, and the engine's inside. */
    boolean isForbiddenToModels(String name) {
        return isClient(name)
                || isEngine(name) && !OPEN_ENGINE_PACKAGES.contains(firstPackage(name))
                || !isPlatform(name) && isView(name);
    }

    /** Everything else: the model's own code and its libraries. */
    boolean isApplication(String name) {
        return !isPlatform(name) && !isEngine(name) && !isClient(name) && !isView(name);
    }

    /** The application's own code on both sides. */
    boolean isApplicationOrView(String name) {
        return !isPlatform(name) && !isEngine(name) && !isClient(name);
    }

    private boolean isOwn(String name) {
        return name.startsWith(BASE) && !outermost(name).equals(rootOutermost);
    }

    private static String firstPackage(String name) {
        int end = name.indexOf('/', BASE.length());
        return end < 0 ? "" : name.substring(BASE.length(), end);
    }

    static String outermost(String name) {
        int dollar = name.indexOf('$', name.lastIndexOf('/') + 2);
        return dollar < 0 ? name : name.substring(0, dollar);
    }
}
