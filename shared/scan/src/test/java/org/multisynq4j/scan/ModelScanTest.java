package org.multisynq4j.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corpus.good.Reached;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.multisynq4j.snapshot.TypeCatalog;
import org.multisynq4j.snapshot.TypeCatalog.Component;

class ModelScanTest {
    private static final String HEAD =
            "import java.util.*; import org.multisynq4j.model.*; public class Root extends Model { ";

    @Test
    void findsRecordsEnumsSealedTypesAndHelpersButNotTheProgramAround() {
        assertThat(ModelScan.of(Reached.Root.class).classes())
                .containsExactly(
                        "corpus.good.Reached",
                        "corpus.good.Reached$Circle",
                        "corpus.good.Reached$Colour",
                        "corpus.good.Reached$Colour$1",
                        "corpus.good.Reached$Helper",
                        "corpus.good.Reached$Line",
                        "corpus.good.Reached$Root",
                        "corpus.good.Reached$Shape");
    }

    @Test
    void catalogFindsReachedClassesAndTellsTheComponentsOfRecords() {
        TypeCatalog catalog = ModelScan.of(Reached.Root.class).catalog();
        assertThat(catalog.find("corpus.good.Reached$Line")).contains(Reached.Line.class);
        assertThat(catalog.find("java.lang.String")).isEmpty();
        assertThat(catalog.find("corpus.good.Structure")).isEmpty();
        assertThat(catalog.recordComponents(Reached.Line.class))
                .containsExactly(
                        new Component("author", "Ljava/lang/String;"),
                        new Component("marks", "Ljava/util/List<Ljava/lang/Integer;>;"),
                        new Component("at", "D"));
    }

    @Test
    void tellsTheSameComponentsWithoutLoadingTheClass() {
        ModelScan scan = ModelScan.of(Reached.Root.class);
        assertThat(scan.recordComponents("corpus.good.Reached$Line"))
                .isEqualTo(scan.catalog().recordComponents(Reached.Line.class));
    }

    @Test
    void namesTheEngineClassesOfSnapshots() {
        assertThat(ModelScan.of(Reached.Root.class).engineClasses())
                .contains("org.multisynq4j.model.Model", "org.multisynq4j.vm.World", "org.multisynq4j.model.ViewInfo");
    }

    @Test
    void refusesWhatIsNoModelOrNotThere() {
        ClassFiles files = ClassFiles.of(ModelScanTest.class.getClassLoader());
        assertThatThrownBy(() -> ModelScan.of("java.lang.String", files)).hasMessageContaining("is not a model");
        assertThatThrownBy(() -> ModelScan.of("com.example.Nothing", files))
                .hasMessageContaining("no class file of the model");
        assertThatThrownBy(() -> ClassFiles.of(List.of(Path.of("nowhere.jar")))).hasMessageContaining("does not exist");
    }

    @Test
    void throwsWithAllProblems() throws Exception {
        ModelScan scan = Sources.scan(HEAD + "void a() { Math.random(); }\n void b() { System.nanoTime(); } }");
        assertThatThrownBy(scan::orThrow)
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("refuses 2 things")
                .hasMessageContaining("M4J102 Root.java:1 Root.a() uses java.lang.Math.random")
                .hasMessageContaining("M4J101 Root.java:2 Root.b() uses java.lang.System.nanoTime")
                .hasMessageContaining("use now()");
    }

    @Test
    void namesWhatIsComparedInPlaceOfWhatIsNot() throws Exception {
        ModelScan scan = Sources.scan(
                HEAD + "String a(StringBuffer b) { return new StringBuilder().append(b).toString(); }\n"
                        + "Object b(List<Integer> l) { return l.spliterator(); }\n void c(Exception e) { throw new RuntimeException(e); } }");
        assertThat(scan.problems().stream().map(Problem::toString))
                .anySatisfy(p -> assertThat(p)
                        .startsWith("M4J134 Root.java:1 ")
                        .contains("compared are append(CharSequence)")
                        .contains("@Deterministic(\"reason\")"))
                .anySatisfy(p -> assertThat(p)
                        .startsWith("M4J134 Root.java:2 Root.b(List) : Object uses java.util.List.spliterator")
                        .contains("was not compared on all platforms yet"))
                .anySatisfy(p -> assertThat(p)
                        .startsWith("M4J134 Root.java:3 ")
                        .contains("compared are new RuntimeException(), new RuntimeException(String)"));
    }

    @Test
    void theListOfComparedMembersIsSortedAndGivesReasonsWhereThereIsNoComparison() throws Exception {
        List<String> lines = Resources.lines("compared-members.txt");
        assertThat(lines).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(1000);
        assertThat(lines).filteredOn(l -> l.contains("|")).allMatch(l -> l.matches(".+ \\| .{20,}"));
    }

    @Test
    void listsExemptionsWithTheRulesTheyBreak() throws Exception {
        ModelScan scan = Sources.scan(HEAD
                + "@Deterministic(\"logged only\") void a() { log(\"\" + System.nanoTime()); Runnable r = () -> Math.random(); }"
                + "@Deterministic(\"not needed\") void b() {} }");
        assertThat(scan.problems()).isEmpty();
        assertThat(scan.exemptions().stream().map(Exemption::toString))
                .containsExactly("Root.a() (M4J101, M4J102): logged only", "Root.b() (needs no exemption): not needed");
    }

    @Test
    void namesClassesThatAreMissing() throws Exception {
        List<Path> path = Sources.compile(HEAD + "void a() { Other.b(); } } class Other { static void b() {} }");
        Files.delete(path.get(0).resolve("Other.class"));
        ModelScan scan = ModelScan.of("Root", ClassFiles.of(path));
        assertThat(scan.problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("M4J128");
            assertThat(p.message()).contains("names Other");
        });
    }

    @Test
    void namesThePathToAFieldThatCannotBeStored() throws Exception {
        ModelScan scan = Sources.scan(HEAD + "List<Entry> entries; static class Entry { Map<String, Date> dates; } }");
        assertThat(scan.problems().stream().map(Problem::message))
                .containsExactly("Root.entries.dates : java.util.Date, which no snapshot can hold");
    }

    @Test
    void saysTheSameTwice() {
        assertThat(ModelScan.of(Reached.Root.class).codeHash())
                .isEqualTo(ModelScan.of(Reached.Root.class).codeHash());
    }

    @Test
    void everyDiagnosticHasItsOwnCodeAndAParagraphInTheDocumentation() throws Exception {
        String errors = Files.readString(Path.of("../../docs/errors.md"));
        assertThat(Stream.of(Diagnostic.values()).map(Diagnostic::code))
                .doesNotHaveDuplicates()
                .allMatch(c -> errors.contains("### " + c + "\n"));
    }

    @Test
    void findsTheRootModelsOfAProgram() {
        assertThat(RootModels.of("corpus.good.Reached", ClassFiles.of(ModelScanTest.class.getClassLoader())))
                .containsExactly("corpus.good.Reached$Root");
    }
}
