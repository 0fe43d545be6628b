package org.multisynq4j.server;

import java.nio.file.Path;
import java.util.Optional;
import org.multisynq4j.protocol.Limits;
import org.multisynq4j.server.socket.SocketLimits;
import org.multisynq4j.store.Durability;

/**
 * How a server is started.
 *
 * @param host name or address to listen at; {@code 0.0.0.0} for all
 * @param port 0 picks a free one
 * @param data data directory; empty: nothing is kept beyond the process
 * @param filesMaxBytes limit for one uploaded file
 * @param filesQuotaBytes limit for all files of one session
 * @param durability when an event counts as stored
 * @param legacy whether clients are let in that cannot prove membership, like those of the original protocol
 * @param limits bounds of the protocol
 * @param socketLimits bounds of each connection
 * @param drainMs longest time to save sessions when stopping
 */
public record ServerConfig(
        String host,
        int port,
        Optional<Path> data,
        long filesMaxBytes,
        long filesQuotaBytes,
        Durability durability,
        boolean legacy,
        Limits limits,
        SocketLimits socketLimits,
        int drainMs) {
    /** Default limit for one uploaded file in MB. */
    public static final int FILES_MAX_MB = 100;
    /** Default limit for the files of one session in MB. */
    public static final int FILES_QUOTA_MB = 2_000;

    private static final int DRAIN_MS = 5_000;

    /** A server on this machine at any free port that keeps nothing. */
    public static ServerConfig inMemory() {
        return new ServerConfig(
                "127.0.0.1",
                0,
                Optional.empty(),
                (long) FILES_MAX_MB << 20,
                (long) FILES_QUOTA_MB << 20,
                Durability.GROUP,
                true,
                Limits.DEFAULTS,
                SocketLimits.DEFAULTS,
                DRAIN_MS);
    }

    /** The same listening elsewhere. */
    public ServerConfig at(String newHost, int newPort) {
        return new ServerConfig(
                newHost,
                newPort,
                data,
                filesMaxBytes,
                filesQuotaBytes,
                durability,
                legacy,
                limits,
                socketLimits,
                drainMs);
    }

    /** The same with a data directory, or without any. */
    public ServerConfig withData(Optional<Path> directory) {
        return new ServerConfig(
                host,
                port,
                directory,
                filesMaxBytes,
                filesQuotaBytes,
                durability,
                legacy,
                limits,
                socketLimits,
                drainMs);
    }

    /** The same with other limits for files. */
    public ServerConfig withFileLimits(long maxBytes, long quotaBytes) {
        return new ServerConfig(
                host, port, data, maxBytes, quotaBytes, durability, legacy, limits, socketLimits, drainMs);
    }

    /** The same with another durability. */
    public ServerConfig withDurability(Durability changed) {
        return new ServerConfig(
                host, port, data, filesMaxBytes, filesQuotaBytes, changed, legacy, limits, socketLimits, drainMs);
    }

    /** The same with or without clients that cannot prove membership. */
    public ServerConfig withLegacy(boolean allowed) {
        return new ServerConfig(
                host, port, data, filesMaxBytes, filesQuotaBytes, durability, allowed, limits, socketLimits, drainMs);
    }

    /** The same with other bounds of connections. */
    public ServerConfig withSocketLimits(SocketLimits changed) {
        return new ServerConfig(
                host, port, data, filesMaxBytes, filesQuotaBytes, durability, legacy, limits, changed, drainMs);
    }

    /** The same with other bounds of the protocol. */
    public ServerConfig withLimits(Limits changed) {
        return new ServerConfig(
                host, port, data, filesMaxBytes, filesQuotaBytes, durability, legacy, changed, socketLimits, drainMs);
    }
}
