package org.multisynq4j.protocol;

/** Every bound of the protocol and the reflector, with its default. What happens beyond it is said at each. Characters are UTF-16 units. */
public enum Limit {
    /** Characters of one frame from a client; beyond: {@link CloseReason#FRAME_TOO_LARGE}. The npm clients stay below about 30,000. */
    FRAME_CHARS(262_144),
    /** Characters of one frame to a client, beyond which it is cut into chunks. Fixed by the protocol. */
    CHUNK_CHARS(1_000_000),
    /** Characters a client joins from chunks before it gives up. */
    CHUNKED_FRAME_CHARS(268_435_456),
    /** Characters of a session id; beyond: the connection is refused. */
    SESSION_ID_CHARS(128),
    /** Characters of name (after its appId), appId, apiKey, persistentId, developerId, code hash, sdk, message id; beyond: malformed. */
    NAME_CHARS(128),
    /** Characters of any URL; beyond: malformed. */
    URL_CHARS(2_048),
    /** Characters of a check word (tove); beyond: malformed. */
    TOVE_CHARS(1_024),
    /** Characters of a user value as JSON, viewData included; beyond: malformed. */
    USER_CHARS(16_384),
    /** Elements of a message's args, time and seq included; beyond: malformed. */
    ARGS_ELEMENTS(16),
    /** Entries of a flags object; beyond: malformed. */
    FLAGS(32),
    /** Characters of a vote's key; beyond: malformed. */
    TUTTI_KEY_CHARS(512),
    /** Milliseconds a leave may be delayed; longer delays are cut to it. */
    LEAVE_DELAY_MS(60_250),
    /** Connections of one session; beyond: {@link CloseReason#SESSION_FULL}. */
    CLIENTS_PER_SESSION(2_000),
    /** Frames a client may send per second over a longer time; beyond: {@link CloseReason#RATE_EXCEEDED}. */
    FRAMES_PER_SECOND(200),
    /** Frames a client may send at once after a pause; beyond: {@link CloseReason#RATE_EXCEEDED}. */
    FRAMES_BURST(1_000),
    /** Characters a client may send per second over a longer time; beyond: {@link CloseReason#RATE_EXCEEDED}. */
    CHARS_PER_SECOND(1_048_576),
    /** Characters a client may send at once after a pause; beyond: {@link CloseReason#RATE_EXCEEDED}. */
    CHARS_BURST(8_388_608),
    /** Messages after the snapshot from which on a new snapshot is asked for. */
    LOG_REQUEST_SNAPSHOT(60_000),
    /** Messages after the snapshot at which further ones are dropped. */
    LOG_MESSAGES(100_000),
    /** Characters of messages after the snapshot at which further ones are dropped. */
    LOG_CHARS(67_108_864),
    /** Messages beyond the log's limit that are still accepted if they help to get a snapshot: debounced ones and results of votes. */
    LOG_RESERVE(1_000),
    /** Messages of one session held back by {@code delay}; beyond: the oldest are sent at once. */
    HELD_MESSAGES(10_000),
    /** Message ids remembered for debouncing; beyond: the oldest is forgotten. */
    DEBOUNCE_ENTRIES(256),
    /** Votes open at once in a session; beyond: a new one is ignored. */
    OPEN_TALLIES(128),
    /** Votes that are over and remembered; beyond: the oldest is forgotten, and votes called before it are ignored. */
    COMPLETED_TALLIES(256),
    /** Snapshots and saves of a session waiting for a check of their file; beyond: a further one is ignored. */
    FILE_CHECKS(8),
    /** Parts of one snapshot; beyond: malformed. 256 MiB in the shortest chunks, and their deltas. */
    SNAPSHOT_FILES(4_112),
    /** Characters of all payloads in one vote; beyond: a payload not yet in it is ignored. */
    TALLY_CHARS(1_048_576);

    private final int byDefault;

    Limit(int byDefault) {
        this.byDefault = byDefault;
    }

    /** The value used unless the operator set another. */
    public int byDefault() {
        return byDefault;
    }
}
