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
 * @param limits bounds in force
 */
public record ReflectorSettings(
        String name, boolean extensions, boolean durable, boolean liveness, FilePolicy files, Limits limits) {
    /** What a server normally uses. */
    public static ReflectorSettings standard() {
        return new ReflectorSettings("multisynq4j", true, true, true, FilePolicy.OWN, Limits.DEFAULTS);
    }

    /** Behaves like the original reflector without storage, for tests of clients. */
    public static ReflectorSettings likeOriginal() {
        return new ReflectorSettings("local", false, false, false, FilePolicy.UNCHECKED, Limits.DEFAULTS);
    }

    /** The same with other limits. */
    public ReflectorSettings withLimits(Limits changed) {
        return new ReflectorSettings(name, extensions, durable, liveness, files, changed);
    }

    /** The same with another policy for files. */
    public ReflectorSettings withFiles(FilePolicy changed) {
        return new ReflectorSettings(name, extensions, durable, liveness, changed, limits);
    }
}
