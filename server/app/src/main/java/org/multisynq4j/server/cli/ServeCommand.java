package org.multisynq4j.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.multisynq4j.server.MultisynqServer;
import org.multisynq4j.server.ServerConfig;
import org.multisynq4j.server.StartException;
import org.multisynq4j.store.Durability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: runs the server until the process is told to stop. */
@Command(name = "serve", description = "Starts the server: reflector, uploaded files, landing page and samples.")
public final class ServeCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_MB = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen at; 0.0.0.0 lets other machines in. Default: ${DEFAULT-VALUE}")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen at; 0 picks a free one, which is printed. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Directory for sessions and uploaded files; created if missing. Default: ${DEFAULT-VALUE}")
    private Path data;

    @Option(
            names = "--memory",
            defaultValue = "false",
            description = "Keep nothing beyond this process, for trying out; --data is not used.")
    private boolean memory;

    @Option(
            names = "--durability",
            paramLabel = "MODE",
            defaultValue = "group",
            description =
                    "group: the disk is forced every 20 ms. sync: before each event is sent on, so that even a power"
                            + " cut loses nothing. Killing the process loses nothing in either mode. Default: ${DEFAULT-VALUE}")
    private Durability durability;

    @Option(
            names = "--files-max-mb",
            paramLabel = "N",
            defaultValue = "" + ServerConfig.FILES_MAX_MB,
            description = "Largest file a client may upload (snapshots, saved data). Default: ${DEFAULT-VALUE}")
    private int filesMaxMb;

    @Option(
            names = "--files-quota-mb",
            paramLabel = "N",
            defaultValue = "" + ServerConfig.FILES_QUOTA_MB,
            description = "What all uploads of one session may take together. Default: ${DEFAULT-VALUE}")
    private int filesQuotaMb;

    @Option(
            names = "--legacy",
            paramLabel = "MODE",
            defaultValue = "allow",
            description =
                    "allow: clients of the original protocol, which cannot prove that they know a password, are let into"
                            + " sessions that they began themselves. deny: they are refused. Default: ${DEFAULT-VALUE}")
    private Legacy legacy;

    @Override
    public Integer call() throws InterruptedException {
        ServerConfig config = config();
        PrintWriter out = spec.commandLine().getOut();
        MultisynqServer server;
        try {
            server = MultisynqServer.start(config);
        } catch (StartException e) {
            int exitCode =
                    switch (e.problem()) {
                        case PORT -> ExitCode.PORT;
                        case DATA -> ExitCode.DATA;
                    };
            return Problems.tell(spec, exitCode, e.getMessage());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, out), "stop"));
        Greeting.print(out, server, config);
        new CountDownLatch(1).await(); // until a signal starts the shutdown hook
        return ExitCode.OK;
    }

    /** A stop that was asked for is no failure, so the exit code is 0 and not the signal's. */
    private static void stop(MultisynqServer server, PrintWriter out) {
        server.close();
        out.println("stopped");
        out.flush();
        Runtime.getRuntime().halt(ExitCode.OK);
    }

    private ServerConfig config() {
        check("--port", port, 0, MAX_PORT);
        check("--files-max-mb", filesMaxMb, 1, MAX_MB);
        check("--files-quota-mb", filesQuotaMb, 1, MAX_MB);
        return ServerConfig.inMemory()
                .at(host, port)
                .withData(memory ? Optional.empty() : Optional.of(data))
                .withFileLimits((long) filesMaxMb << 20, (long) filesQuotaMb << 20)
                .withDurability(durability)
                .withLegacy(legacy == Legacy.ALLOW);
    }

    private void check(String option, int value, int min, int max) {
        if (value < min || value > max) {
            throw Problems.wrong(spec, option + " must be between " + min + " and " + max + ", not " + value);
        }
    }
}
