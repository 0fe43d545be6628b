package org.multisynq4j.reflector;

import org.multisynq4j.protocol.Limits;

/**
 * How a reflector behaves; the same for all its sessions.
 *
 * @param name told to clients in SYNC, for their logs
 * @param extensions whether extensions of the original protocol are offered
 * @param durable false: nothing is loaded or written, and a session is forgotten 10 s after its last client left, like the original without storage
 * @param liveness whether silent clients are closed
 * @param files which URLs SNAP and SAVE may name
 * @param legacy whether clients are let in that cannot prove that they know the password, like those of the original protocol
 * @param limits bounds in force
 */
public record ReflectorSettings(
        String name,
        boolean extensions,
        boolean durable,
        boolean liveness,
        FilePolicy files,
        boolean legacy,
        Limits limits) {
    /** What a server normally uses. */
    public static ReflectorSettings standard() {
        return new ReflectorSettings("multisynq4j", true, true, true, FilePolicy.OWN, true, Limits.DEFAULTS);
    }

    /** Behaves like the original reflector without storage, for tests of clients. */
    public static ReflectorSettings likeOriginal() {
        return new ReflectorSettings("local", false, false, false, FilePolicy.UNCHECKED, true, Limits.DEFAULTS);
    }

    /** The same with other limits. */
    public ReflectorSettings withLimits(Limits changed) {
        return new ReflectorSettings(name, extensions, durable, liveness, files, legacy, changed);
    }

    /** The same with another policy for files. */
    public ReflectorSettings withFiles(FilePolicy changed) {
        return new ReflectorSettings(name, extensions, durable, liveness, changed, legacy, limits);
    }

    /** The same with or without clients that cannot prove membership. */
    public ReflectorSettings withLegacy(boolean allowed) {
        return new ReflectorSettings(name, extensions, durable, liveness, files, allowed, limits);
    }
}
