package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random programs compute the same everywhere, after every step. {@code -Dseed=N -Dparity.programs=M -Dparity.steps=S} run others than the usual ones,
 * {@code -Dparity.program=P} a single one.
 */
class GeneratedProgramsTest {
    private static final double SHARE_OF_TIME = 0.65;
    private static final int USUAL_PROGRAMS = 16;
    private static final int USUAL_STEPS = 500;
    private static final int LONG_RUNS_PROGRAMS = 40;
    private static final int LONG_RUNS_STEPS = 2000;

    @Test
    void equalSeedsGiveEqualProgramsAndEveryAlternativeIsUsed() {
        Set<Grammar.Alternative> used = new HashSet<>();
        for (int seed = 1; seed <= 200; seed++) {
            ProgramGenerator.generate("Program", seed, used);
        }
        assertThat(Grammar.read().all()).allMatch(used::contains);
        assertThat(ProgramGenerator.generate("Program", 7)).isEqualTo(ProgramGenerator.generate("Program", 7));
        assertThat(ProgramGenerator.generate("Program", 7)).isNotEqualTo(ProgramGenerator.generate("Program", 8));
    }

    @Test
    void otherPlacesComputeWhatTheJvmComputes() throws Exception {
        LongRun run = LongRun.begin("generated programs", SHARE_OF_TIME);
        try (Places places = Places.open(run.isLong() ? Places.Extent.ALL : Places.Extent.CHROMIUM)) {
            do {
                compare(places, run);
            } while (run.goesOn());
        }
        run.finish();
    }

    private static void compare(Places places, LongRun run) throws Exception {
        Long only = Long.getLong("parity.program");
        int count = only != null ? 1 : Integer.getInteger("parity.programs", programs(run));
        int steps = Integer.getInteger("parity.steps", run.isLong() ? LONG_RUNS_STEPS : USUAL_STEPS);
        long first = only != null ? only : 1 + (run.seed() - 1L) * count;
        Map<String, String> sources = new LinkedHashMap<>();
        for (long seed = first; seed < first + count; seed++) {
            sources.put("Program" + seed, ProgramGenerator.generate("Program" + seed, seed));
        }
        try (GeneratedCode code = GeneratedCode.of(sources)) {
            assertThat(code.refused().size()).as("programs that javac refuses").isLessThanOrEqualTo(count / 4);
            assertThat(code.problems())
                    .as("what the scan refuses of the programs")
                    .isEmpty();
            Place jvm = arguments -> Output.onJvm(code.main(), arguments);
            String[] arguments = {"run", Integer.toString(steps)};
            List<String> expected = jvm.run(arguments);
            List<Places.Named> all =
                    places.prepare(GeneratedCode.MAIN, code.compiled().loader(), code.classPath(), GeneratedCode.MAIN);
            List<String> found = new ArrayList<>();
            for (Places.Named each : all) {
                for (String difference : new Disagreements(jvm, each.place()).find(expected, arguments)) {
                    found.add(each.name() + ": " + difference + "; " + again(difference, steps, sources));
                }
            }
            run.count(count - code.refused().size(), steps, all, found);
        }
    }

    private static int programs(LongRun run) {
        return run.isLong() ? LONG_RUNS_PROGRAMS : USUAL_PROGRAMS;
    }

    /** Keeps the source, and says how to see the disagreement again. */
    private static String again(String difference, int steps, Map<String, String> sources) throws Exception {
        String name = difference.split("\\W")[0];
        Path file = Path.of("target", "disagreements", name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, sources.getOrDefault(name, ""));
        return "again by ./test.sh -pl web/parity -am -Dtest=GeneratedProgramsTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dparity.steps=" + steps + " -Dparity.program=" + name.replaceAll("\\D", "") + ", source in "
                + file.toAbsolutePath();
    }
}
