package org.multisynq4j.snapshot;

/** The objects whose parts are being written, outermost first. Frames are reused. */
final class EncoderStack {
    private final int maxDepth;
    private EncoderFrame[] frames = new EncoderFrame[32];
    private int depth;

    EncoderStack(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    int depth() {
        return depth;
    }

    EncoderFrame top() {
        return frames[depth - 1];
    }

    EncoderFrame push(int tag, Object value, TypeInfo type) {
        if (depth == maxDepth) {
            throw new SnapshotException(
                    "objects are nested more than " + depth + " deep; use a list in place of a chain.");
        }
        if (depth == frames.length) {
            EncoderFrame[] larger = new EncoderFrame[depth * 2];
            System.arraycopy(frames, 0, larger, 0, depth);
            frames = larger;
        }
        EncoderFrame frame = frames[depth];
        if (frame == null) {
            frame = new EncoderFrame();
            frames[depth] = frame;
        }
        depth++;
        frame.tag = tag;
        frame.target = value;
        frame.type = type;
        frame.index = 0;
        return frame;
    }

    void pop() {
        top().clear();
        depth--;
    }

    /** The way from the root to what is being written. */
    String path(Object root) {
        Paths.Builder path = new Paths.Builder(root, depth);
        for (int i = 0; i < depth; i++) {
            if (path.shows()) {
                path.add(frames[i].lastStep());
            }
        }
        return path.toString();
    }
}
