package org.multisynq4j.client.shadow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.multisynq4j.client.control.ImageId;
import org.multisynq4j.protocol.Sequence;

/** What a new shadow has to be told to be where the session is: a start, and the reflector's frames since. */
final class KeptFrames {
    /** More than so many characters are not kept for a second shadow: a participant that never stores a snapshot itself would keep everything. */
    static final long MAX_CHARS = 4L << 20;

    /** A frame and the last message in it. */
    private record Kept(String text, long seq) {}

    private final Deque<Kept> frames = new ArrayDeque<>();
    private Optional<ShadowCommand.Load> start = Optional.empty();
    private long chars;
    private long lastSeq;
    private boolean complete;

    void begin(String sync, long seq) {
        start = Optional.empty();
        clear();
        complete = true;
        add(sync, seq);
    }

    void add(String frame, long seq) {
        lastSeq = seq;
        if (!complete) {
            return;
        }
        frames.add(new Kept(frame, seq));
        chars += frame.length();
    }

    /** There is a shadow: for the next one only so much is kept. */
    void limit() {
        if (chars > MAX_CHARS) {
            drop();
        }
    }

    /** Nothing is known any more, until the next {@link #begin} or {@link #startFrom}. */
    void drop() {
        clear();
        complete = false;
    }

    /** A snapshot of our own is in the file store: what is in it need not be kept. */
    void startFrom(String url, ImageId id) {
        while (!frames.isEmpty() && !Sequence.after(frames.peek().seq(), id.seq())) {
            chars -= frames.remove().text().length();
        }
        start = Optional.of(new ShadowCommand.Load(url, id));
    }

    private void clear() {
        frames.clear();
        chars = 0;
    }

    /** False if a shadow cannot be brought to where the session is. */
    boolean isComplete() {
        return complete;
    }

    /** The last message the session took. */
    long lastSeq() {
        return lastSeq;
    }

    void tell(Consumer<ShadowCommand> shadow) {
        start.ifPresent(shadow);
        frames.forEach(frame -> shadow.accept(new ShadowCommand.Frame(frame.text())));
    }
}
