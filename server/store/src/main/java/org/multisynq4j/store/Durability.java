package org.multisynq4j.store;

/** When an event counts as stored. Killing the process loses nothing in either mode; they differ when power is lost. */
public enum Durability {
    /**
     * Acknowledged when the operating system has it; forced to the disk every 20 ms. A power cut costs at most the last
     * 20 ms, and the sessions then continue on a new timeline, so that no client keeps what the server lost.
     */
    GROUP,
    /** Acknowledged when it is on the disk: a power cut costs nothing that anybody received. Slower. */
    SYNC
}
