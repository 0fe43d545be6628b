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

/** Every model program, step by step, on the JVM and elsewhere. {@code -Dseed=N} repeats a run. */
class ModelsTest {
    private static final int STEPS = Integer.getInteger("parity.model.steps", 2000);
    private static final int DIGITS = 8;
    private static final int STATE_HASH_DIGITS = 43;
    private static final int USUAL_STATE_EVERY = 20;
    private static final double SHARE_OF_TIME = 0.35;

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
        LongRun run = LongRun.begin("model programs", SHARE_OF_TIME);
        Places.Extent extent = run.isLong() ? Places.Extent.ALL : Places.Extent.CHROMIUM;
        try (Places places = Places.open(extent)) {
            List<Places.Named> all = places.prepare(
                    ModelsMain.class.getName(),
                    ModelsTest.class.getClassLoader(),
                    System.getProperty("java.class.path"),
                    ModelsOnJvm.class.getName());
            do {
                String every = Integer.toString(run.isLong() ? 1 : USUAL_STATE_EVERY);
                String[] arguments = {"run", Integer.toString(run.seed()), Integer.toString(STEPS), every};
                List<String> expected = Printed.by(() -> ModelsMain.run(arguments, this::catalog));
                expected.forEach(line -> assertThat(Json.parse(line))
                        .as("restored replica, seed %d", run.seed())
                        .matches(block ->
                                ((JsonObject) block).number("restoredParted").orElseThrow() == 0));
                List<String> disagreements = new ArrayList<>();
                for (Places.Named each : all) {
                    List<String> actual = each.place().run(arguments);
                    if (!actual.equals(expected)) {
                        disagreements.add(each.name() + explain(each.place(), run.seed(), expected, actual)
                                + "; again by ./test.sh -pl web/parity -am -Dtest=ModelsTest -Dsurefire.failIfNoSpecifiedTests=false -Dseed="
                                + run.seed());
                    }
                }
                run.count(ModelProgram.all().size(), STEPS, all, disagreements);
            } while (run.goesOn());
        }
        run.finish();
    }

    private TypeCatalog catalog(ModelProgram program) {
        return catalogs.computeIfAbsent(program, ModelsOnJvm::catalog);
    }

    /** Names program, step and field of the first difference. */
    private String explain(Place place, int seed, List<String> expected, List<String> actual) throws Exception {
        int line = 0;
        while (line < actual.size()
                && line < expected.size()
                && actual.get(line).equals(expected.get(line))) {
            line++;
        }
        if (line == expected.size()
                || line == actual.size()
                || !actual.get(line).startsWith("{")) {
            return ", seed " + seed + ", after line " + line + ": " + actual.subList(line, actual.size());
        }
        JsonObject should = (JsonObject) Json.parse(expected.get(line));
        JsonObject is = (JsonObject) Json.parse(actual.get(line));
        String name = should.string("program").orElseThrow();
        int last = (int) should.number("step").orElseThrow();
        int steps = should.string("traces").orElseThrow().length() / DIGITS;
        int states = (should.string("states").orElseThrow().length() - STATE_HASH_DIGITS) / DIGITS;
        int step = last
                - steps
                + Math.min(
                        firstDifferent("traces", 1, should, is),
                        firstDifferent("states", states == 0 ? steps : steps / states, should, is));
        return ", seed " + seed + ", program " + name + ", step " + Math.min(step, last) + ": "
                + difference(place, seed, name, Math.min(step, last)) + "; all that differ: "
                + differing(expected, actual);
    }

    /** After how many steps of a block one of its lists of hashes, of which there is one after every so many steps, is different. */
    private static int firstDifferent(String list, int every, JsonObject should, JsonObject is) {
        String expected = should.string(list).orElseThrow();
        String actual = is.string(list).orElseThrow();
        int at = 0;
        while (at < expected.length() && expected.regionMatches(at, actual, at, DIGITS)) {
            at += DIGITS;
        }
        return at < expected.length() ? (at / DIGITS + 1) * every : Integer.MAX_VALUE / 2;
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

    private String difference(Place place, int seed, String name, int step) throws Exception {
        String[] arguments = {"dump", Integer.toString(seed), Integer.toString(step), name};
        ModelProgram program = ModelProgram.all().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
        TypeCatalog catalog = catalog(program);
        String here = String.join("", Printed.by(() -> ModelsMain.run(arguments, this::catalog)));
        String there = String.join("", place.run(arguments));
        var left = FakeSession.look(program, catalog, seed, Bytes.fromHex(here));
        var right = FakeSession.look(program, catalog, seed, Bytes.fromHex(there));
        return new StateDiff(left.catalog())
                .first(left.rootModel(), right.rootModel())
                .map(StateDiff.Difference::toString)
                .orElse("the models are equal, but not what they scheduled, drew or published");
    }
}
