package org.multisynq4j.vm;

/** Collects and announces persistent data when it is due. */
final class PersistMessage extends ScheduledMessage {
    PersistMessage() {
        super(null);
    }

    @Override
    void execute(World world) {
        world.persistence().collect(world.time());
    }

    @Override
    String describe() {
        return "collecting persistent data";
    }
}
