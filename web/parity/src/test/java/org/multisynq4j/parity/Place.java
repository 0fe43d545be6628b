package org.multisynq4j.parity;

import java.util.List;

/** Where a main class runs. */
@FunctionalInterface
interface Place {
    /** The lines that it prints. */
    List<String> run(String... arguments) throws Exception;
}
