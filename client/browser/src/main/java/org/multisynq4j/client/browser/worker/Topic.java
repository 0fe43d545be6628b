package org.multisynq4j.client.browser.worker;

/** What a message between page and worker is about. */
public enum Topic {
    /** From the worker: it listens; what was sent before would be lost. */
    READY,
    /** From the worker: it cannot go on; the header says why. */
    FAILED,
    /** Key derivation, see {@link WorkerKeys}. */
    KEYS,
    /** The session's shadow. */
    SHADOW
}
