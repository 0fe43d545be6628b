package org.multisynq4j.reflector;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.Extension;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.protocol.Participant;

/** One connection and what it told about itself. */
final class Client {
    /** How far a client is. */
    enum Stage {
        /** Connected, no JOIN yet. */
        NEW,
        /** JOIN came, the session is still being loaded. */
        WAITING,
        /** Has to sign a challenge. */
        CHALLENGED,
        /** Got SYNC. */
        MEMBER,
        /** The connection is gone; its leave is reported after a delay, in case it comes back. */
        LEAVING
    }

    final Peer peer;
    final String baseUrl;
    final double connectedMs;
    private final Budget frames;
    private final Budget chars;
    Stage stage = Stage.NEW;
    double heardMs;
    double leaveAtMs = Double.POSITIVE_INFINITY;
    /** What it has to sign; empty if nothing. */
    String challenge = "";

    private Optional<ClientFrame.Join> join = Optional.empty();
    private final Set<Extension> extensions = EnumSet.noneOf(Extension.class);

    Client(Peer peer, String baseUrl, Context context) {
        this.peer = peer;
        this.baseUrl = baseUrl;
        this.connectedMs = context.nowMs();
        this.heardMs = connectedMs;
        frames = new Budget(context.limit(Limit.FRAMES_PER_SECOND), context.limit(Limit.FRAMES_BURST), connectedMs);
        chars = new Budget(context.limit(Limit.CHARS_PER_SECOND), context.limit(Limit.CHARS_BURST), connectedMs);
    }

    /** Accounts for a frame; false if the client sends too much. */
    boolean mayReceive(int frameChars, double nowMs) {
        return frames.spend(1, nowMs) & chars.spend(frameChars, nowMs);
    }

    /** Only the first JOIN of a connection counts; a later one just gets another SYNC. */
    void joins(ClientFrame.Join frame, boolean extensionsOffered) {
        if (join.isEmpty()) {
            join = Optional.of(frame);
            for (String flag : frame.flags()) {
                Extension.of(flag)
                        .filter(known -> extensionsOffered || known.original())
                        .ifPresent(extensions::add);
            }
        }
    }

    Optional<ClientFrame.Join> join() {
        return join;
    }

    /** The public key it can prove to have; empty if it does not offer to. */
    String memberKey() {
        return wants(Extension.MEMBERSHIP)
                ? join.map(ClientFrame.Join::memberKey).orElse("")
                : "";
    }

    boolean wants(Extension extension) {
        return extensions.contains(extension);
    }

    Optional<Participant> user() {
        return join.flatMap(ClientFrame.Join::user);
    }

    /** Whether it takes part: gets messages, is counted, may vote. */
    boolean isActive() {
        return stage == Stage.MEMBER && user().isPresent();
    }

    double leaveDelayMs(int closeCode) {
        if (closeCode == 1000 && wants(Extension.LEAVE_NOW)) {
            return 0;
        }
        return join.map(frame -> frame.leaveDelayMs().orElse(0)).orElse(0.0);
    }
}
