package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a comparison is repeated with new seeds: once, or with {@code -Dlong=true} until its share of {@code -Dlong.minutes} (default 180) has passed.
 * {@code -Dseed=N} gives the first seed. Prints progress, and totals at the end.
 */
final class LongRun {
    private static final int DEFAULT_MINUTES = 180;

    /** After so many there is enough to look at. */
    private static final int MAX_DISAGREEMENTS = 5;

    private final String what;
    private final boolean isLong;
    private final Instant begin = Instant.now();
    private final Instant end;
    private final int firstSeed;
    private final List<String> disagreements = new ArrayList<>();
    private int seed;
    private int rounds;
    private long programs;
    private long steps;
    private long compared;
    private List<String> places = List.of();

    private LongRun(String what, boolean isLong, Duration time, int seed) {
        this.what = what;
        this.isLong = isLong;
        this.end = begin.plus(time);
        this.firstSeed = seed;
        this.seed = seed;
    }

    /**
     * @param what what is compared, for the totals
     * @param share which part of the time is its own
     */
    static LongRun begin(String what, double share) {
        boolean isLong = isWanted();
        long seconds = isLong ? Math.round(Long.getLong("long.minutes", DEFAULT_MINUTES) * 60 * share) : 0;
        int first = Integer.getInteger("seed", isLong ? (int) (System.nanoTime() & 0xFFFFF) : 1);
        System.out.println(what + ": first seed " + first + (isLong ? ", for " + seconds + " s" : ""));
        return new LongRun(what, isLong, Duration.ofSeconds(seconds), first);
    }

    /** Whether {@code -Dlong} asks for tests that take minutes. */
    static boolean isWanted() {
        String wanted = System.getProperty("long", "false");
        return wanted.isEmpty() || wanted.equals("true");
    }

    int seed() {
        return seed;
    }

    boolean isLong() {
        return isLong;
    }

    /** Another round is complete. */
    void count(int morePrograms, int stepsOfEach, List<Places.Named> where, List<String> found) {
        rounds++;
        programs += morePrograms;
        steps += (long) morePrograms * stepsOfEach;
        compared += (long) morePrograms * stepsOfEach * where.size();
        places = where.stream().map(Places.Named::name).toList();
        disagreements.addAll(found);
        found.forEach(System.out::println);
        if (isLong) {
            System.out.println(what + ", seed " + seed + ": " + totals() + "; "
                    + Math.max(0, Duration.between(Instant.now(), end).toMinutes()) + " min left");
        }
    }

    /** Moves on to the next seed if there is time. */
    boolean goesOn() {
        seed++;
        return disagreements.size() < MAX_DISAGREEMENTS && Instant.now().isBefore(end);
    }

    /** Prints the totals, keeps them in {@code target/parity-totals.txt}, and fails if anything disagreed. */
    void finish() throws IOException {
        String line = what + ": seeds " + firstSeed + " to " + (seed - 1) + ", " + totals() + " (JVM "
                + Runtime.version().feature() + " against " + String.join(", ", places) + "), "
                + Duration.between(begin, Instant.now()).toMinutes() + " min";
        System.out.println(line);
        Path file = Path.of("target", "parity-totals.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        assertThat(disagreements).isEmpty();
    }

    private String totals() {
        return programs + " programs, " + steps + " steps, compared in " + places.size() + " places: " + compared
                + " steps, disagreements " + disagreements.size();
    }
}
