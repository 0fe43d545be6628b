package org.multisynq4j.parity;

/** Runs a program and prints the hash of its trace after each so many steps, so that the first step that differs can be found. */
public final class Runner {
    private Runner() {}

    /**
     * Prints {@code name number hash} after every {@code every} steps.
     *
     * @param steps how many steps to run
     */
    public static void run(String name, Program program, int steps, int every) {
        Trace trace = new Trace();
        for (int i = 0; i < steps; i++) {
            try {
                program.step(i, trace);
            } catch (RuntimeException e) {
                trace.put(Failures.name(e));
            }
            if ((i + 1) % every == 0) {
                System.out.println(name + " " + (i + 1) + " " + trace.hash());
            }
        }
    }
}
