package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.Model;
import org.multisynq4j.scan.ClassFiles;
import org.multisynq4j.scan.ComparedMembers;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.scan.PlatformUses;
import org.multisynq4j.scan.Problem;

/** What models may use of the platform's library gives the same results everywhere, and the scan refuses what does not. */
class LibraryTest {
    private static final String HEAD = """
            # What model code may use of the platform's library, because web/parity compares it on all targets. Do not edit: add an expression to library.txt and
            # take web/parity/target/compared-members.txt, which LibraryTest writes. Lines with a bar are kept by hand; the bar is followed by the reason.
            """;

    private static List<LibraryTable> table;
    private static Compiled compiled;

    @BeforeAll
    static void compile() throws Exception {
        table = LibraryTable.read();
        compiled = Compiled.of(LibraryTable.sources(table));
    }

    @AfterAll
    static void close() throws Exception {
        compiled.close();
    }

    @Test
    void theScanAcceptsWhatTheTableAllows() throws Exception {
        for (Problem problem : scan("library.Allowed")) {
            String number =
                    problem.className().substring("library.Value".length()).replaceAll("\\D.*", "");
            throw new AssertionError(table.get(Integer.parseInt(number)).expression() + " is refused: " + problem);
        }
    }

    @Test
    void theScanRefusesWhatTheTableRefuses() throws Exception {
        List<String> differences = new ArrayList<>();
        for (LibraryTable each : table) {
            if (!each.isAllowed()) {
                Set<Problem> problems = scan(each.modelName());
                if (!problems.stream()
                        .map(Problem::code)
                        .collect(Collectors.toSet())
                        .equals(Set.of(each.code()))) {
                    differences.add(each.code() + " | " + each.expression() + ": " + problems);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static Set<Problem> scan(String model) throws ClassNotFoundException {
        return ModelScan.of(compiled.loader().loadClass(model).asSubclass(Model.class))
                .problems();
    }

    @Test
    void whatIsAllowedGivesTheSameEverywhere() throws Exception {
        List<String> expected = Printed.by(() -> compiled.run("library.Main"));
        List<String> differences = new ArrayList<>();
        try (Browser browser = new Browser()) {
            for (Bundle.Target target : Bundle.Target.values()) {
                List<String> actual = browser.run(Bundle.compile("library.Main", compiled.loader(), target));
                for (int i = 0; i < expected.size(); i++) {
                    String is = i < actual.size() ? actual.get(i) : "nothing";
                    if (!is.equals(expected.get(i))) {
                        int number = Integer.parseInt(
                                expected.get(i).substring(0, expected.get(i).indexOf(' ')));
                        differences.add(target + " " + table.get(number).expression() + "\n  JVM " + expected.get(i)
                                + "\n  is  " + is);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /** So nothing is accepted that no test compares, and who wants a member accepted writes an expression. */
    @Test
    void theScanAcceptsWhatIsComparedAndNothingElse() throws Exception {
        SortedSet<String> compared = compared();
        SortedMap<String, String> lines = new TreeMap<>();
        compared.forEach(line -> lines.put(line, line));
        byHand().forEach((line, reason) -> lines.put(line, line + " | " + reason));
        String text = HEAD + String.join("\n", lines.values()) + "\n";
        Files.writeString(Path.of("target", "compared-members.txt"), text);
        assertThat(Path.of("../../shared/scan/src/main/resources/org/multisynq4j/scan/compared-members.txt"))
                .as("the scan's list must be web/parity/target/compared-members.txt")
                .hasContent(text);
    }

    @Test
    void whatIsComparedNeedsNoReason() throws Exception {
        assertThat(byHand().keySet()).doesNotContainAnyElementsOf(compared());
    }

    private static SortedSet<String> compared() throws Exception {
        return PlatformUses.of(ClassFiles.of(compiled.loader()), ComparedClasses.names(table));
    }

    private static SortedMap<String, String> byHand() {
        SortedMap<String, String> lines = new TreeMap<>(ComparedMembers.get().lines());
        lines.values().removeIf(String::isEmpty);
        return lines;
    }

    @Test
    void theDocumentationHasTheTable() throws Exception {
        String text = new LibraryReport(table).table();
        Files.writeString(Path.of("target", "library-table.md"), text);
        assertThat(Files.readString(Path.of("..", "..", "docs", "determinism.md")))
                .as("docs/determinism.md must contain web/parity/target/library-table.md")
                .contains(text);
    }
}
