package org.multisynq4j.parity;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs programs and prints what they tell.
 *
 * <p>Arguments: {@code run STEPS} prints for each program and block of steps a line {@code name step hashes}, the trace's hash after every step of the block, so that
 * the first step that differs can be found; {@code look NAME STEP} prints what one program tells in one step (numbered from 1), each value in a line behind its place.
 */
public final class Runner {
    /** Digits in the hash of a step. */
    public static final int DIGITS = 16;

    /** Steps in a line. */
    public static final int BLOCK = 100;

    private Runner() {}

    /** Does what the arguments say with these programs, by name, in their order. */
    public static void run(String[] args, Map<String, Supplier<Program>> programs) {
        if (args[0].equals("look")) {
            look(programs.get(args[1]).get(), Integer.parseInt(args[2]));
        } else {
            int steps = Integer.parseInt(args[1]);
            programs.forEach((name, program) -> run(name, program.get(), steps));
        }
    }

    private static void run(String name, Program program, int steps) {
        Trace trace = new Trace();
        StringBuilder hashes = new StringBuilder();
        for (int i = 1; i <= steps; i++) {
            step(program, i, trace);
            hashes.append(trace.hash());
            if (i % BLOCK == 0 || i == steps) {
                System.out.println(name + " " + i + " " + hashes);
                hashes.setLength(0);
            }
        }
    }

    private static void look(Program program, int step) {
        Trace trace = new Trace();
        for (int i = 1; i <= step; i++) {
            if (i == step) {
                trace.record();
            }
            step(program, i, trace);
        }
        trace.recorded().forEach(System.out::println);
    }

    private static void step(Program program, int number, Trace trace) {
        trace.at("");
        try {
            program.step(number - 1, trace);
        } catch (RuntimeException e) {
            trace.at("exception");
            trace.put(Failures.name(e));
        }
    }
}
