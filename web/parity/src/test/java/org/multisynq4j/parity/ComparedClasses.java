package org.multisynq4j.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.multisynq4j.parity.models.ModelsMain;

/** The classes whose results this suite compares on all targets: expressions, models, programs, and the collections at random. */
final class ComparedClasses {
    /** They run the compared programs and print; what they use is not compared. */
    private static final List<String> AROUND =
            List.of("ModelsMain", "FakeSession", "ModelProgram", "Programs", "package-info");

    private ComparedClasses() {}

    /** Binary names. */
    static List<String> names(List<LibraryTable> table) throws Exception {
        List<String> names = new ArrayList<>();
        for (LibraryTable each : table) {
            if (each.isAllowed()) {
                names.add(each.valueName());
            }
        }
        Path base = Path.of(ModelsMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String parity = "org/multisynq4j/parity/";
        Predicate<String> isAround = name -> AROUND.contains(name.replaceAll("\\$.*", ""));
        for (String each : List.of("models", "programs", "library")) {
            collect(base, parity + each, isAround.negate(), names);
        }
        collect(base, parity, name -> name.matches("(Edges|Failures|Mathematics|Unused|Recursive)(\\$.*)?"), names);
        return names;
    }

    private static void collect(Path base, String folder, Predicate<String> chosen, List<String> names)
            throws IOException {
        try (Stream<Path> files = Files.list(base.resolve(folder))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(chosen)
                    .forEach(name ->
                            names.add((folder + "/" + name).replace("//", "/").replace('/', '.')));
        }
    }
}
