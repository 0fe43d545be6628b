package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.parity.models.FakeSession;
import org.multisynq4j.parity.models.ModelProgram;
import org.multisynq4j.parity.models.ModelsMain;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.snapshot.StateDiff;
import org.multisynq4j.snapshot.TypeCatalog;
import org.multisynq4j.text.Bytes;

/** Every model program, step by step, on the JVM and in Chromium. {@code -Dseed=N} repeats a run. */
class ModelsTest {
    private static final int STEPS = 2000;
    private static final int DIGITS = 8;

    private final Map<ModelProgram, TypeCatalog> catalogs = new LinkedHashMap<>();

    @Test
    void theScanAcceptsEveryProgram() {
        for (ModelProgram program : ModelProgram.all()) {
            assertThat(ModelScan.of(program.root()).problems())
                    .as(program.name())
                    .isEmpty();
        }
    }

    @Test
    void everyStepOfEveryProgramIsTheSameEverywhereAndAfterRestores() throws Exception {
        LongRun run = LongRun.begin();
        Bundle js = Bundle.compile(ModelsMain.class, Bundle.Target.JS);
        Bundle wasm = Bundle.compile(ModelsMain.class, Bundle.Target.WASM);
        try (Browser browser = new Browser()) {
            do {
                String[] arguments = {"run", Integer.toString(run.seed()), Integer.toString(STEPS)};
                List<String> expected = Printed.by(() -> ModelsMain.run(arguments, this::catalog));
                expected.forEach(line -> assertThat(Json.parse(line))
                        .as("restored replica, seed %d", run.seed())
                        .matches(block ->
                                ((JsonObject) block).number("restoredParted").orElseThrow() == 0));
                List<String> disagreements = new ArrayList<>();
                for (Bundle bundle : List.of(js, wasm)) {
                    List<String> actual = browser.run(bundle, arguments);
                    if (!actual.equals(expected)) {
                        disagreements.add(explain(browser, bundle, run.seed(), expected, actual));
                    }
                }
                assertThat(disagreements).isEmpty();
                run.count("model programs", ModelProgram.all().size(), STEPS);
            } while (run.goesOn());
        }
        run.report();
    }

    private TypeCatalog catalog(ModelProgram program) {
        return catalogs.computeIfAbsent(
                program, p -> ModelScan.of(p.root()).orThrow().catalog());
    }

    /** Names program, step and field of the first difference. */
    private String explain(Browser browser, Bundle bundle, int seed, List<String> expected, List<String> actual)
            throws Exception {
        int line = 0;
        while (line < actual.size()
                && line < expected.size()
                && actual.get(line).equals(expected.get(line))) {
            line++;
        }
        if (line == expected.size()
                || line == actual.size()
                || !actual.get(line).startsWith("{")) {
            return bundle.target() + ", seed " + seed + ", after line " + line + ": "
                    + actual.subList(line, actual.size());
        }
        JsonObject should = (JsonObject) Json.parse(expected.get(line));
        JsonObject is = (JsonObject) Json.parse(actual.get(line));
        String name = should.string("program").orElseThrow();
        String traces = should.string("traces").orElseThrow();
        String others = is.string("traces").orElseThrow();
        int last = (int) should.number("step").orElseThrow();
        int step = last - traces.length() / DIGITS + 1;
        for (int at = 0; step < last && traces.regionMatches(at, others, at, DIGITS); at += DIGITS) {
            step++;
        }
        return bundle.target() + ", seed " + seed + ", program " + name + ", step " + step + ": "
                + difference(browser, bundle, seed, name, step) + "; all that differ: " + differing(expected, actual);
    }

    private static Set<String> differing(List<String> expected, List<String> actual) {
        Set<String> names = new TreeSet<>();
        for (String line : expected) {
            if (!actual.contains(line)) {
                names.add(((JsonObject) Json.parse(line)).string("program").orElseThrow());
            }
        }
        return names;
    }

    private String difference(Browser browser, Bundle bundle, int seed, String name, int step) throws Exception {
        String[] arguments = {"dump", Integer.toString(seed), Integer.toString(step), name};
        ModelProgram program = ModelProgram.all().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
        TypeCatalog catalog = catalog(program);
        String here = String.join("", Printed.by(() -> ModelsMain.run(arguments, this::catalog)));
        String there = String.join("", browser.run(bundle, arguments));
        var left = FakeSession.look(program, catalog, seed, Bytes.fromHex(here));
        var right = FakeSession.look(program, catalog, seed, Bytes.fromHex(there));
        return new StateDiff(left.catalog())
                .first(left.rootModel(), right.rootModel())
                .map(StateDiff.Difference::toString)
                .orElse("the models are equal, but not what they scheduled, drew or published");
    }
}
