package org.multisynq4j.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.jvm.JvmPlatform;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.client.url.Origin;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.server.participant.JsonReport;
import org.multisynq4j.server.participant.Report;
import org.multisynq4j.server.participant.SampleApp;
import org.multisynq4j.server.participant.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code join}: takes part in the session of a page, without a browser. */
@Command(
        name = "join",
        description = "Joins the session of a page's address as a participant without a browser, prints what happens,"
                + " and leaves: at once, after --say was heard, after --for, or with --until-enter.")
public final class JoinCommand implements Callable<Integer> {
    private static final double FRAME_MS = 50;
    private static final double MAX_SECONDS = 366 * 86_400.0;
    private static final long HEARD_TIMEOUT_S = 20;
    private static final int CONNECT_TIMEOUT_MS = 10_000;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "APP", description = "Which sample: chat or hello.")
    private String appName;

    @Parameters(
            index = "1",
            paramLabel = "URL",
            description = "Address of the page, with the part after #; in quotes, because of the &.")
    private String url;

    @Option(names = "--say", paramLabel = "TEXT", description = "Says this to everybody (chat).")
    private Optional<String> say = Optional.empty();

    @Option(names = "--name", paramLabel = "NICK", description = "Takes this nickname (chat).")
    private Optional<String> nick = Optional.empty();

    @Option(names = "--for", paramLabel = "SECONDS", defaultValue = "0", description = "Stays that long.")
    private double seconds;

    @Option(
            names = "--until-enter",
            defaultValue = "false",
            description = "Stays until Enter is pressed or the input ends.")
    private boolean untilEnter;

    @Option(
            names = "--json",
            defaultValue = "false",
            description = "Prints one JSON object per line, and a few times per second the hash of the state.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        SampleApp app = SampleApp.named(appName)
                .orElseThrow(() -> wrong("there is no sample app '" + appName + "'; there are " + SampleApp.names()));
        if (!app.canTalk() && (say.isPresent() || nick.isPresent())) {
            throw wrong(app.label() + " has no texts and nicknames; --say and --name are for chat");
        }
        if (!(seconds >= 0 && seconds <= MAX_SECONDS)) {
            throw wrong("--for must be between 0 and " + (long) MAX_SECONDS + " seconds, not " + seconds);
        }
        if (untilEnter && seconds > 0) {
            throw wrong("--for and --until-enter exclude each other");
        }
        PrintWriter out = spec.commandLine().getOut();
        Report report = json ? new JsonReport(out) : new TextReport(out);
        Join<?> join = PageAddress.join(app, url, report, this::wrong);
        return take(app, join, report);
    }

    private int take(SampleApp app, Join<?> join, Report report) throws InterruptedException {
        ErrorLines errors = new ErrorLines(spec.commandLine().getErr());
        String reflector = join.serverAddress().orElseThrow().reflector();
        if (!isListening(Origin.of(reflector).orElseThrow())) {
            errors.finish("no server answers at " + reflector
                    + ". Check the address, and that the server runs and can be reached from here.");
            return ExitCode.SERVER;
        }
        try (JvmSession session =
                JvmSession.join(new JvmPlatform(errors, FRAME_MS), join).get()) {
            Thread hook = new Thread(session::close, "leave");
            Runtime.getRuntime().addShutdownHook(hook);
            session.call(live -> tell(report, "joined", live)).get();
            talk(app, session);
            stay(session);
            session.call(live -> tell(report, "leaving", live)).get();
            Runtime.getRuntime().removeShutdownHook(hook);
            return ExitCode.OK;
        } catch (ExecutionException e) {
            return failed(e.getCause(), errors);
        } catch (TimeoutException e) {
            errors.finish("the server did not send back within " + HEARD_TIMEOUT_S + " s what was said");
            return ExitCode.SESSION;
        }
    }

    /** Whoever waits at a prompt should not need the 20 s of patience that a page has with a server. */
    private static boolean isListening(Origin server) {
        String host = server.host().replace("[", "").replace("]", "");
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(host, server.port()), CONNECT_TIMEOUT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void talk(SampleApp app, JvmSession session)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Boolean> sent = session.call(live -> {
            nick.ifPresent(name -> app.rename(live, name));
            say.ifPresent(text -> app.say(live, text));
            return true;
        });
        sent.get();
        session.until(live -> live.unsent() == 0 && live.backlog() == 0).get(HEARD_TIMEOUT_S, TimeUnit.SECONDS);
    }

    private void stay(JvmSession session) throws InterruptedException, ExecutionException {
        CompletableFuture<Void> over = session.ended();
        if (untilEnter) {
            Thread reader = new Thread(() -> readLine(over), "input");
            reader.setDaemon(true);
            reader.start();
        } else {
            // A frame more, so that what was said is printed too.
            over.completeOnTimeout(null, Math.round(seconds * 1000 + 3 * FRAME_MS), TimeUnit.MILLISECONDS);
        }
        over.get();
    }

    private static void readLine(CompletableFuture<Void> then) {
        try {
            int c = System.in.read();
            while (c >= 0 && c != '\n') {
                c = System.in.read();
            }
            then.complete(null);
        } catch (IOException e) {
            then.completeExceptionally(e);
        }
    }

    private static boolean tell(Report report, String event, Session session) {
        int here = session.participants().size();
        report.happened(
                event + " session " + session.id() + " as " + session.viewId() + ", "
                        + (here == 1 ? "nobody else" : here - 1 + " more") + " here",
                JsonObject.builder()
                        .put("event", event)
                        .put("id", session.id())
                        .put("persistentId", session.persistentId())
                        .put("viewId", session.viewId())
                        .put("participants", here)
                        .build());
        return true;
    }

    private int failed(Throwable problem, ErrorLines errors) {
        int exitCode = Problems.exitCode(spec, problem);
        errors.finish(Problems.text(problem));
        return exitCode;
    }

    private ParameterException wrong(String message) {
        return Problems.wrong(spec, message);
    }
}
