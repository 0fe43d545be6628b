package org.multisynq4j.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeHashTest {
    private static final String SOURCE = """
            import java.util.*;
            import org.multisynq4j.model.*;

            public class Root extends Model {
                record Point(int x, int y, double weight) {}
                enum Colour { RED, GREEN }
                private final List<Point> points = new ArrayList<>();
                private int limit = 10;
                static final String NAME = "name";

                @Override protected void init(Options options, Persisted persisted) {
                    subscribe("a", "b", this::add);
                    future(100, () -> limit++);
                }
                private void add(Point point) {
                    // adds
                    int size = points.size();
                    if (size < limit) { points.add(point); }
                    publish("x", NAME, Helper.half(size));
                }
                String colour(Colour colour) {
                    switch (colour) { case RED: return "red"; default: return "other"; }
                }
            }

            class Helper {
                static double half(double x) { return x * 0.5; }
                static int unused(int x) { return x + 1; }
            }

            class Unreached {
                static int value() { return 1; }
            }
            """;

    private static String hash(String source, String... options) throws Exception {
        return Sources.scan(source, options).codeHash();
    }

    @Test
    void doesNotDependOnDebugInformationOrParameterNamesInTheClassFile() throws Exception {
        assertThat(hash(SOURCE, "-g"))
                .isEqualTo(hash(SOURCE, "-g:none"))
                .isEqualTo(hash(SOURCE, "-g:lines", "-parameters"));
    }

    @Test
    void isThatOfAShortBase64UrlText() throws Exception {
        assertThat(hash(SOURCE)).matches("[A-Za-z0-9_-]{43}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "// adds | /* something longer ^^ over many lines */",
                "{ points.add(point); } | { ^^ points.add(point); ^ }",
                "int size | int howMany",
                "(double x) { return x * 0.5; } | (double y) { return y * 0.5; }",
                "return 1; | return 2;",
                "class Unreached { | class Unreached { int added;",
                "private int limit = 10; | @SuppressWarnings(\"x\") private int limit = 10;"
            })
    void isTheSameAfter(String old, String changed) throws Exception {
        String after = Sources.change(SOURCE, old, changed.replace('^', '\n'))
                .replace("size < limit", changed.equals("int howMany") ? "howMany < limit" : "size < limit");
        after = changed.equals("int howMany") ? after.replace("half(size)", "half(howMany)") : after;
        assertThat(hash(after)).isEqualTo(hash(SOURCE));
    }

    @Test
    void isTheSameWhenMembersAreReordered() throws Exception {
        String half = "static double half(double x) { return x * 0.5; }";
        String unused = "static int unused(int x) { return x + 1; }";
        String reordered = Sources.change(SOURCE, half, "@@", unused, half, "@@", unused);
        assertThat(hash(reordered)).isEqualTo(hash(SOURCE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size < limit | size <= limit",
                "limit = 10 | limit = 11",
                "x * 0.5 | x * 0.25",
                "x * 0.5 | x / 0.5",
                "\"name\" | \"other name\"",
                "future(100, | future(200,",
                "limit++ | limit--",
                "int x, int y | int y, int x",
                "double weight | float weight",
                "RED, GREEN | GREEN, RED",
                "return \"red\" | return \"rot\"",
                "private int limit | private long limit",
                "private final List | private final transient List",
                "this::add | point -> add((Point) point)",
                "return x + 1; | return x + 2;"
            })
    void differsAfter(String old, String changed) throws Exception {
        String after = Sources.change(SOURCE, old, changed);
        assertThat(hash(after)).isNotEqualTo(hash(SOURCE));
    }

    @Test
    void tellsPositiveFromNegativeZero() throws Exception {
        assertThat(hash(SOURCE.replace("0.5", "0.0"))).isNotEqualTo(hash(SOURCE.replace("0.5", "-0.0")));
    }

    @Test
    void listsItsInputs() throws Exception {
        assertThat(Sources.scan(SOURCE).hashInputs())
                .containsOnlyKeys("Helper", "Root", "Root$1", "Root$Colour", "Root$Point")
                .allSatisfy((name, hash) -> assertThat(hash).hasSize(43));
    }

    @Test
    void namesTheClassAndMethodThatChangedIt() throws Exception {
        String after = Sources.change(
                SOURCE, "x * 0.5", "x * 0.25", "limit = 10", "limit = 11", "int x, int y", "int y, int x");
        HashDiff diff = HashDiff.between(Sources.compile(SOURCE), Sources.compile(after), "Root");
        assertThat(diff.changes().stream().map(HashDiff.Change::toString))
                .contains(
                        "changed Helper method half(double) : double",
                        "changed Root method <init>()",
                        "changed Root$Point class")
                .allMatch(c -> c.startsWith("changed Helper method half")
                        || c.startsWith("changed Root method <init>")
                        || c.contains("Root$Point"));
        assertThat(diff.report())
                .contains(
                        "old code hash " + diff.oldHash(),
                        "new code hash " + diff.newHash(),
                        "changed Helper method half");
    }

    @Test
    void namesClassesThatCameAndWent() throws Exception {
        String after = Sources.change(SOURCE, "Helper.half(size)", "(double) Unreached.value()");
        HashDiff diff = HashDiff.between(Sources.compile(SOURCE), Sources.compile(after), "Root");
        assertThat(diff.changes().stream().map(HashDiff.Change::toString))
                .containsExactly("removed Helper", "changed Root method add(Root$Point)", "added Unreached");
    }

    @Test
    void reportsEqualHashesAsSuch() throws Exception {
        List<Path> path = Sources.compile(SOURCE);
        assertThat(HashDiff.between(path, path, "Root").report()).startsWith("same code hash ");
    }
}
