package org.multisynq4j.scan;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.multisynq4j.model.Model;

/** Compiles sources with javac as a build would. */
final class Sources {
    private Sources() {}

    /** The class path of the compiled sources with the engine; options as on javac's command line. */
    static List<Path> compile(String source, String... options) throws IOException, URISyntaxException {
        Path directory = Files.createTempDirectory("sources");
        Path engine = Path.of(
                Model.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path file = directory.resolve("Root.java");
        Files.writeString(file, source);
        List<String> arguments =
                new ArrayList<>(List.of("--release", "17", "-cp", engine.toString(), "-d", directory.toString()));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalArgumentException("this does not compile: " + source);
        }
        directory.toFile().deleteOnExit();
        return List.of(directory, engine);
    }

    static ModelScan scan(String source, String... options) throws IOException, URISyntaxException {
        return ModelScan.of("Root", ClassFiles.of(compile(source, options)));
    }

    /** The source with each pair of old and new text replaced; fails if an old one is not there. */
    static String change(String source, String... pairs) {
        String changed = source;
        for (int i = 0; i < pairs.length; i += 2) {
            if (!changed.contains(pairs[i])) {
                throw new IllegalArgumentException("the source does not contain " + pairs[i]);
            }
            changed = changed.replace(pairs[i], pairs[i + 1]);
        }
        return changed;
    }

    static Stream<String> codes(ModelScan scan) {
        return scan.problems().stream().map(Problem::code);
    }
}
