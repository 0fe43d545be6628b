package org.multisynq4j.client;

/** Who drives simulation and views. */
public enum StepMode {
    /** Animation frames while something is painted, else every message and tick. */
    AUTO,
    /** The program calls {@link Session#step}. */
    MANUAL,
    /** A timer, 60 times a second, whether or not anything is painted. */
    FIXED
}
