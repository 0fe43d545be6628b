package org.multisynq4j.vm;

/** The version of everything in the engine that decides what a model computes and how its snapshot looks; part of every code hash. */
public final class EngineVersion {
    /** Raised by any change of behaviour or snapshot format, so that old and new engines never share a session; {@code EngineGoldenTest} notices. */
    public static final int FORMAT = 3;

    private EngineVersion() {}
}
