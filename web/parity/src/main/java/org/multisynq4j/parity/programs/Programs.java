package org.multisynq4j.parity.programs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.multisynq4j.parity.Program;
import org.multisynq4j.parity.Runner;

/** Runs every hand-written program and prints its trace. A new program is added here. */
public final class Programs {
    private static final int STEPS = 2000;
    private static final int EVERY = 100;

    private Programs() {}

    private static Map<String, Supplier<Program>> all() {
        Map<String, Supplier<Program>> all = new LinkedHashMap<>();
        all.put("billiard", Billiard::new);
        all.put("collections", Collections::new);
        all.put("editor", Editor::new);
        all.put("failing", Failing::new);
        all.put("graph", Graph::new);
        all.put("handlers", Handlers::new);
        all.put("life", Life::new);
        all.put("numbers", NumberChains::new);
        all.put("paths", Paths::new);
        all.put("sorting", Sorting::new);
        return all;
    }

    public static void main(String[] args) {
        all().forEach((name, program) -> Runner.run(name, program.get(), STEPS, EVERY));
    }
}
