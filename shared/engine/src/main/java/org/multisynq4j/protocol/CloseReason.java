package org.multisynq4j.protocol;

import java.util.Optional;

/**
 * Why a connection was closed; shared by client and reflector. The number decides what a client of the original protocol does: below 4100 it connects again
 * (except 1000), from 4100 on it gives the session up (except 4110). What each means and what to do about it: docs/errors.md.
 */
public enum CloseReason {
    LEAVE(1000, "left", Sender.CLIENT, Then.FINAL),
    GOING_AWAY(1001, "server is going away", Sender.EITHER, Then.RETRY),
    NO_STATUS(1005, "closed without a status", Sender.TRANSPORT, Then.RETRY),
    CONNECTION_LOST(1006, "connection lost", Sender.TRANSPORT, Then.RETRY),
    FRAME_TOO_LARGE(1009, "frame too large", Sender.SERVER, Then.RETRY),
    SERVER_ERROR(1011, "server error", Sender.SERVER, Then.RETRY),
    UNKNOWN_SESSION(4000, "unknown session", Sender.EITHER, Then.RETRY),
    CLIENT_UNRESPONSIVE(4001, "client unresponsive", Sender.SERVER, Then.RETRY),
    CLIENT_INACTIVE(4002, "client inactive", Sender.SERVER, Then.RETRY),
    PLEASE_RECONNECT(4003, "please reconnect", Sender.SERVER, Then.RETRY),
    TOO_SLOW(4004, "connection too slow", Sender.SERVER, Then.RETRY),
    STORE_FAILED(4005, "store unavailable", Sender.SERVER, Then.RETRY),
    OUTDATED_PROTOCOL(4100, "outdated protocol", Sender.SERVER, Then.FINAL),
    BAD_APP_ID(4101, "bad appId", Sender.SERVER, Then.FINAL),
    MALFORMED_MESSAGE(4102, "malformed message", Sender.SERVER, Then.FINAL),
    BAD_API_KEY(4103, "bad apiKey", Sender.SERVER, Then.FINAL),
    NOT_A_MEMBER(4104, "no proof of this session's password", Sender.SERVER, Then.FINAL),
    MEMBERS_ONLY(4105, "only clients that can prove their password are let in here", Sender.SERVER, Then.FINAL),
    UNKNOWN_ERROR(4109, "unknown error", Sender.SERVER, Then.FINAL),
    DORMANT(4110, "dormant", Sender.CLIENT, Then.RETRY),
    RATE_EXCEEDED(4111, "send rate exceeded", Sender.SERVER, Then.FINAL),
    SESSION_FULL(4112, "session full", Sender.SERVER, Then.FINAL),
    NEVER_JOINED(4121, "client never joined", Sender.SERVER, Then.FINAL),
    CLIENT_ERROR(4200, "client error", Sender.CLIENT, Then.FINAL);

    /** Who may close with a reason. */
    public enum Sender {
        CLIENT,
        SERVER,
        EITHER,
        /** Nobody sends it in a close frame of their own; the WebSocket layer reports it. */
        TRANSPORT
    }

    /** What the client does next. */
    public enum Then {
        /** Connect again, with back-off. */
        RETRY,
        /** The session is over for this client until it joins anew. */
        FINAL
    }

    private final int code;
    private final String text;
    private final Sender sender;
    private final Then then;

    CloseReason(int code, String text, Sender sender, Then then) {
        this.code = code;
        this.text = text;
        this.sender = sender;
        this.then = then;
    }

    /** The WebSocket close code; unique. */
    public int code() {
        return code;
    }

    /** The default reason text, ASCII, at most 123 bytes. */
    public String text() {
        return text;
    }

    public Sender sender() {
        return sender;
    }

    public Then then() {
        return then;
    }

    /** The reason with this code. Unknown codes: see {@link #retryable(int)}. */
    public static Optional<CloseReason> of(int code) {
        for (CloseReason reason : values()) {
            if (reason.code == code) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    /** Whether a client connects again after this code, known or not. */
    public static boolean retryable(int code) {
        return of(code).map(reason -> reason.then == Then.RETRY).orElse(code < 4100 && code != 1000);
    }
}
