package org.multisynq4j.client.control;

/** For participants that leave snapshots to others. */
final class NoImager implements Imager {
    static final NoImager INSTANCE = new NoImager();

    private NoImager() {}

    @Override
    public void begin(String sync, long seq) {}

    @Override
    public void frame(String frame, long seq) {}

    @Override
    public void tick(double timeMs) {}

    @Override
    public void live() {}

    @Override
    public void drop() {}

    @Override
    public boolean isUsable() {
        return false;
    }

    @Override
    public double reluctance() {
        return 0;
    }

    @Override
    public void polled(ImageId image) {}

    @Override
    public void store(ImageId image) {}

    @Override
    public void forget(ImageId image) {}

    @Override
    public void distrust(String why) {}

    @Override
    public void end() {}
}
