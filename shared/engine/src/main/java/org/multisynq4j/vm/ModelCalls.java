package org.multisynq4j.vm;

import java.util.Optional;
import org.multisynq4j.model.Model;

/**
 * Every way from the engine into model code.
 *
 * <p>An exception is reported and the session goes on, for all replicas have the same. Not so what the platform throws when it cannot go on ({@code VirtualMachineError},
 * {@code LinkageError}): how deep a recursion may be depends on the machine, so the replica ends instead of going on in a state that the others may not have.
 */
final class ModelCalls {
    /**
     * How deep handlers may publish to handlers and models create models. A limit of the engine, so that the likeliest recursion without end is the same error
     * everywhere; a fraction of what the smallest stack holds, so that the model's own calls have room (docs/determinism.md).
     */
    static final int MAX_NESTING = 100;

    private final VirtualMachine machine;
    private final WorldHost host;
    private boolean inside;
    private Optional<BrokenReplicaException> broken = Optional.empty();
    private int nesting;
    private String running = "";

    ModelCalls(VirtualMachine machine, WorldHost host) {
        this.machine = machine;
        this.host = host;
    }

    /**
     * Runs what may call models, from outside.
     *
     * @throws BrokenReplicaException if the platform failed, now or before
     */
    void enter(Runnable code) {
        if (inside) {
            code.run();
            return;
        }
        if (broken.isPresent()) {
            throw broken.get();
        }
        inside = true;
        try {
            host.execute(() -> StackGuard.run(code));
        } catch (VirtualMachineError | LinkageError e) {
            broken = Optional.of(new BrokenReplicaException(
                    running + " @" + machine.time() + "#" + Integer.toUnsignedString(machine.seq()) + ": " + e, e));
            throw broken.get();
        } finally {
            inside = false;
            nesting = 0;
        }
    }

    /** Runs code of a model, or of the session if that is null; an exception is reported and the session goes on. Returns false if there was one. */
    boolean guarded(Model model, String what, Runnable code) {
        if (inside) {
            return attempt(model, what, code);
        }
        boolean[] succeeded = new boolean[1];
        enter(() -> succeeded[0] = attempt(model, what, code));
        return succeeded[0];
    }

    private boolean attempt(Model model, String what, Runnable code) {
        if (nesting == 0) {
            running = name(model) + ", " + what;
        }
        try {
            nested(what, code);
            return true;
        } catch (RuntimeException | Error e) {
            if (e instanceof VirtualMachineError || e instanceof LinkageError) {
                throw e;
            }
            if (e instanceof NestingException && nesting > 0) {
                // All of it is given up: each level going on by itself could double the work at every level.
                throw e;
            }
            machine.listener().failed(new ModelError(name(model), what, machine.time(), machine.seq(), e));
            return false;
        }
    }

    private static String name(Model model) {
        return model == null ? "the session" : model.getClass().getName() + " " + model.id();
    }

    /**
     * Runs code that may come back here.
     *
     * @throws NestingException if it has done so too often
     */
    void nested(String what, Runnable code) {
        if (nesting >= MAX_NESTING) {
            throw new NestingException(what + ": handlers publish to handlers, or models create models, more than "
                    + MAX_NESTING + " deep. End the recursion, or go on later with future(0, ...).");
        }
        nesting++;
        try {
            code.run();
        } finally {
            nesting--;
        }
    }
}
