package org.multisynq4j.parity;

import org.multisynq4j.scan.ModelScan;

/** {@link RecursionMain} with the catalog that a participant on the JVM has. */
public final class RecursionOnJvm {
    private RecursionOnJvm() {}

    public static void main(String[] args) {
        RecursionMain.run(ModelScan.of(Recursive.class).orThrow().catalog());
    }
}
