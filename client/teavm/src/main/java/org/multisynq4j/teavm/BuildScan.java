package org.multisynq4j.teavm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.WeakHashMap;
import org.multisynq4j.scan.ClassFiles;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.scan.RootModels;

/**
 * The scans of the root models of the program that is being compiled. TeaVM makes plugins and reflection suppliers apart from each other, so they meet here by the
 * build's class loader.
 */
final class BuildScan {
    private static final Map<ClassLoader, BuildScan> BUILDS = new WeakHashMap<>();

    private final ClassFiles files;
    private Optional<List<ModelScan>> scans = Optional.empty();
    private SortedSet<String> stored = new TreeSet<>();
    private final SortedSet<String> reached = new TreeSet<>();

    private BuildScan(ClassFiles files) {
        this.files = files;
    }

    static synchronized BuildScan start(ClassLoader loader) {
        BuildScan scan = new BuildScan(ClassFiles.of(loader));
        BUILDS.put(loader, scan);
        return scan;
    }

    /** The build that uses this class loader, if the plugin is installed in it. */
    static synchronized Optional<BuildScan> of(ClassLoader loader) {
        return Optional.ofNullable(BUILDS.get(loader));
    }

    /** The scans of all root models reachable from the main class, in order of their names. */
    synchronized List<ModelScan> scans(String mainClass) {
        if (scans.isEmpty()) {
            List<ModelScan> found = new ArrayList<>();
            for (String root : RootModels.of(mainClass, files)) {
                found.add(ModelScan.of(root, files));
            }
            scans = Optional.of(List.copyOf(found));
            stored = types(found);
            found.forEach(each -> reached.addAll(each.classes()));
        }
        return scans.get();
    }

    /** Whether the class may appear in a snapshot. */
    synchronized boolean isStored(String className) {
        return stored.contains(className);
    }

    /**
     * Whether models run this class's code, as far as it is not the engine's. In a program without models, which only tests have, every class counts that is not the engine's or
     * the client's.
     */
    synchronized boolean isModelCode(String className, String mainClass) {
        List<ModelScan> all = scans(mainClass);
        return all.isEmpty() ? Targets.isApplication(className) : reached.contains(className);
    }

    /** Every class that may appear in a snapshot of one of these models, by binary name. */
    static SortedSet<String> types(List<ModelScan> scans) {
        SortedSet<String> types = new TreeSet<>();
        for (ModelScan scan : scans) {
            types.addAll(scan.classes());
            types.addAll(scan.engineClasses());
        }
        return types;
    }
}
