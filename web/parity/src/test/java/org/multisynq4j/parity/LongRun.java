package org.multisynq4j.parity;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a comparison is repeated with new seeds: once, or with {@code -Dlong=true} until {@code -Dlong.minutes} (default 60, shared by the suites that run
 * long) have passed. {@code -Dseed=N} gives the first seed.
 */
final class LongRun {
    private static final int TARGETS = 3;
    private static final int LONG_RUNNING_SUITES = 2;

    private final Instant end;
    private int seed;
    private int rounds;
    private long programs;
    private long steps;
    private String what = "";

    private LongRun(Instant end, int seed) {
        this.end = end;
        this.seed = seed;
    }

    static LongRun begin() {
        String wanted = System.getProperty("long", "false");
        boolean isLong = wanted.isEmpty() || wanted.equals("true");
        long minutes = isLong ? Long.getLong("long.minutes", 60) : 0;
        int first = Integer.getInteger("seed", isLong ? (int) (System.nanoTime() & 0xFFFFFF) : 1);
        System.out.println("first seed: " + first);
        return new LongRun(Instant.now().plus(Duration.ofMinutes(minutes).dividedBy(LONG_RUNNING_SUITES)), first);
    }

    int seed() {
        return seed;
    }

    /** Adds a round in which all targets agreed. */
    void count(String kind, int morePrograms, int stepsOfEach) {
        what = kind;
        rounds++;
        programs += morePrograms;
        steps += (long) morePrograms * stepsOfEach;
    }

    /** Moves on to the next seed if there is time. */
    boolean goesOn() {
        seed++;
        return Instant.now().isBefore(end);
    }

    void report() {
        System.out.println(what + ": " + rounds + " seeds, " + programs + " programs, " + steps + " steps on " + TARGETS
                + " targets compared, disagreements 0");
    }
}
