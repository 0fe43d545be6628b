package org.multisynq4j.parity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where main classes run besides this JVM: Chromium always, Firefox and a JDK 25 where they are installed, and Chromium once more with bundles that went through the
 * optimizer of the real pages, where Node.js is installed.
 */
final class Places implements AutoCloseable {
    /** A place and what to call it in reports. */
    record Named(String name, Place place) {}

    /** How much to compare. */
    enum Extent {
        /** Both bundles in Chromium. */
        CHROMIUM,
        /** Everything there is. */
        ALL
    }

    private final Extent extent;
    private final Browser chromium = new Browser();
    private final Optional<Firefox> firefox;
    private final Optional<OtherJvm> otherJvm;
    private Optional<Optimizer> optimizer;

    private Places(Extent extent) throws IOException {
        this.extent = extent;
        boolean all = extent == Extent.ALL;
        firefox = all ? Firefox.startIfInstalled() : Optional.empty();
        otherJvm = all ? OtherJvm.find() : Optional.empty();
        optimizer = all ? Optimizer.find() : Optional.empty();
        if (all) {
            tellIfMissing(firefox, "Firefox is not installed, so nothing runs in it");
            tellIfMissing(otherJvm, "no JDK 25 is installed (-Djdk25.home), so nothing runs on it");
            tellIfMissing(optimizer, "Node.js is not installed, so no optimised bundle runs");
        }
    }

    static Places open(Extent extent) throws IOException {
        return new Places(extent);
    }

    private static void tellIfMissing(Optional<?> found, String what) {
        if (found.isEmpty()) {
            System.out.println(what);
        }
    }

    /**
     * Prepares a main class for every place.
     *
     * @param classPath for another JVM
     * @param jvmMain for another JVM, where it is not the same class
     */
    List<Named> prepare(String mainClass, ClassLoader loader, String classPath, String jvmMain) throws Exception {
        Bundle js = Bundle.compile(mainClass, loader, Bundle.Target.JS);
        Bundle wasm = Bundle.compile(mainClass, loader, Bundle.Target.WASM);
        List<Named> places = new ArrayList<>(List.of(
                new Named("JavaScript in Chromium", arguments -> chromium.run(js, arguments)),
                new Named("WebAssembly in Chromium", arguments -> chromium.run(wasm, arguments))));
        firefox.ifPresent(fox -> {
            places.add(new Named("JavaScript in Firefox", arguments -> fox.run(js, arguments)));
            places.add(new Named("WebAssembly in Firefox", arguments -> fox.run(wasm, arguments)));
        });
        otherJvm.ifPresent(jvm -> places.add(new Named("JVM 25", arguments -> jvm.run(classPath, jvmMain, arguments))));
        if (optimizer.isPresent()) {
            Optional<List<Bundle>> optimised = optimizer.get().optimise(js, wasm);
            if (optimised.isPresent()) {
                for (Bundle bundle : optimised.get()) {
                    places.add(new Named("optimised " + bundle.target(), arguments -> chromium.run(bundle, arguments)));
                }
            } else {
                System.out.println("the optimizer's tools cannot be had, so no optimised bundle runs");
                optimizer = Optional.empty();
            }
        }
        return places;
    }

    /** What is compared beside the bundles in Chromium. */
    Extent extent() {
        return extent;
    }

    @Override
    public void close() {
        firefox.ifPresent(Firefox::close);
        chromium.close();
    }
}
