package org.multisynq4j.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multisynq4j.model.Model;

/** Every model in {@code corpus.bad} is refused with the codes on the lines that its source marks; those in {@code corpus.good} are accepted without a word. */
class CorpusTest {
    private static final Path SOURCES = Path.of("src/test/java/corpus");
    private static final Pattern MARK = Pattern.compile("// expect ((M4J\\d+ ?)+)");
    private static final Pattern MODEL = Pattern.compile("static class (\\w+)(<.*>)? extends Model");

    static Stream<Path> bad() throws IOException {
        return Files.list(SOURCES.resolve("bad")).sorted();
    }

    static Stream<Path> good() throws IOException {
        return Files.list(SOURCES.resolve("good")).sorted();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesWithTheRightCodeAtTheRightLine(Path file) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        for (Class<? extends Model> model : models(file)) {
            SortedSet<Problem> problems = ModelScan.of(model).problems();
            assertThat(problems).as(model.getName()).isNotEmpty();
            problems.forEach(p -> found.add(p.line() + " " + p.code()));
            assertThat(problems).allSatisfy(p -> assertThat(p.file())
                    .isEqualTo(file.getFileName().toString()));
        }
        assertThat(String.join("\n", found)).isEqualTo(String.join("\n", expected(file)));
    }

    @ParameterizedTest
    @MethodSource("good")
    void acceptsWithoutAWord(Path file) throws IOException {
        for (Class<? extends Model> model : models(file)) {
            assertThat(ModelScan.of(model).problems()).as(model.getName()).isEmpty();
        }
    }

    @Test
    void isLargeEnough() throws IOException {
        assertThat(bad().mapToInt(f -> models(f).size()).sum()).isGreaterThanOrEqualTo(60);
        assertThat(good().mapToInt(f -> models(f).size()).sum()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void hasAnExampleOfEveryDiagnosticThatAClassFileCanShow() throws IOException {
        SortedSet<String> codes = new TreeSet<>();
        for (Path file : bad().toList()) {
            expected(file).forEach(e -> codes.add(e.substring(e.indexOf(' ') + 1)));
        }
        for (Diagnostic each : Diagnostic.values()) {
            if (each != Diagnostic.MISSING_CLASS) {
                assertThat(codes).contains(each.code());
            }
        }
    }

    private static SortedSet<String> expected(Path file) throws IOException {
        SortedSet<String> expected = new TreeSet<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (mark.find()) {
                for (String code : mark.group(1).trim().split(" ")) {
                    // A method without code has no line in the class file.
                    expected.add((lines.get(i).contains("native") ? 0 : i + 1) + " " + code);
                }
            }
        }
        return expected;
    }

    private static List<Class<? extends Model>> models(Path file) {
        try {
            String outer = "corpus." + file.getParent().getFileName() + "."
                    + file.getFileName().toString().replace(".java", "");
            List<Class<? extends Model>> models = new ArrayList<>();
            Matcher model = MODEL.matcher(Files.readString(file));
            while (model.find()) {
                models.add(Class.forName(outer + "$" + model.group(1)).asSubclass(Model.class));
            }
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
