package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Code in the documentation is code of the build: a line {@code <!-- from path -->} or {@code <!-- from path#region -->} before a fenced block promises that the
 * block is that file without its region marks, or what stands in it between {@code #region name} and {@code #endregion}.
 */
class SnippetsTest {
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- from (\\S+?)(?:#(\\S+))? -->\\n```\\w*\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern PROMISE = Pattern.compile("<!-- from ");

    private static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("shared/engine"))) {
            root = root.getParent();
        }
        return root;
    }

    private static List<Path> documents(Path root) throws IOException {
        List<Path> found = new ArrayList<>(List.of(root.resolve("README.md")));
        try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(found::add);
        }
        return found;
    }

    @Test
    void snippetsAreWhatTheirSourcesSay() throws IOException {
        Path root = root();
        int compared = 0;
        for (Path document : documents(root)) {
            String text = Files.readString(document);
            Matcher snippets = SNIPPET.matcher(text);
            int found = 0;
            while (snippets.find()) {
                String source = Files.readString(root.resolve(snippets.group(1)));
                String expected = snippets.group(2) == null ? whole(source) : region(source, snippets.group(2));
                assertThat(snippets.group(3))
                        .as(root.relativize(document) + ", from " + snippets.group(1))
                        .isEqualTo(expected);
                found++;
            }
            assertThat(found)
                    .as("blocks after a line <!-- from … --> in " + root.relativize(document))
                    .isEqualTo((int) PROMISE.matcher(text).results().count());
            compared += found;
        }
        assertThat(compared).as("snippets in all documents").isPositive();
    }

    private static String whole(String source) {
        return source.lines()
                .filter(line -> !line.strip().matches("// #(region \\S+|endregion)"))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String region(String source, String name) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : source.lines().toList()) {
            if (line.strip().endsWith("#endregion")) {
                inside = false;
            }
            if (inside) {
                lines.add(line);
            }
            if (line.strip().endsWith("#region " + name)) {
                inside = true;
            }
        }
        assertThat(lines).as("region " + name).isNotEmpty();
        return String.join("\n", lines).stripIndent().strip();
    }
}
