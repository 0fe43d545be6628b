package org.multisynq4j.client;

/** Runs view code so that its exceptions are reported and end nothing. */
@FunctionalInterface
interface ViewGuard {
    void run(String what, Runnable code);
}
