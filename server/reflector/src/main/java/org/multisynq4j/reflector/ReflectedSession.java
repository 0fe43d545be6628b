package org.multisynq4j.reflector;

/**
 * One session on the reflector. Not thread-safe: the shell calls it from one thread (or one at a time).
 *
 * <p>Made when the first connection to a session id without a state machine arrives; dropped at {@link Output.Unload}.
 */
public interface ReflectedSession {
    /**
     * One turn. Never throws for anything a client sent.
     *
     * @param nowMs monotonic milliseconds, any origin, the same for all calls; must not go back
     */
    void handle(Input input, double nowMs, Outputs out);
}
