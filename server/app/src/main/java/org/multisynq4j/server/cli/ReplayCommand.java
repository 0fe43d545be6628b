package org.multisynq4j.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.error.WrongPasswordException;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.model.Model;
import org.multisynq4j.replay.Disagreement;
import org.multisynq4j.replay.Progress;
import org.multisynq4j.replay.Recording;
import org.multisynq4j.replay.Replay;
import org.multisynq4j.replay.StopAt;
import org.multisynq4j.replay.Summary;
import org.multisynq4j.scan.ModelRefusedException;
import org.multisynq4j.server.participant.SampleApp;
import org.multisynq4j.snapshot.SnapshotException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: runs a recorded session again. */
@Command(
        name = "replay",
        description = {
            "Runs a recorded session again, as fast as this machine can, and compares every recorded hash: votes, snapshots, and the",
            "recorder's own state. Exit code 9 if something differs; the first difference is told with its place."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final double PROGRESS_EVERY_MS = 2_000;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "From a page's dock, or from export.")
    private Path file;

    @Mixin
    private PasswordOptions passwords = new PasswordOptions();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The session's name, if the recording does not say it.")
    private String name;

    @Option(
            names = "--options",
            paramLabel = "JSON",
            description = "The session's options, if the recording does not say them.")
    private String options;

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private TreeOptions tree = new TreeOptions();

    @Option(
            names = "--until",
            paramLabel = "PLACE",
            description = "Stops there: at a teatime (12500), after a message (#4711) or an event (chat:post).")
    private String until;

    @Option(
            names = "--print",
            paramLabel = "PATH",
            description = "Prints this part of the model where it stopped, as in lines[3].text; a dot for all of it.")
    private String print;

    @Option(names = "--json", defaultValue = "false", description = "Prints the summary as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        tree.check();
        StopAt stop = stop();
        Optional<String> password = passwords.read();
        if (password.isEmpty()) {
            throw wrong(
                    "a recording is sealed: give the session's password, --password, --password-file or --password-stdin");
        }
        try {
            Recording recording = recording(password.get());
            Class<? extends Model> model =
                    models.load(SampleApp.withId(recording.facts().appId()));
            Replay replay = recording.begin(model);
            if (!replay.isSameCode()) {
                note("the model's code is not the one that was recorded: what it computes may differ for that reason");
            }
            replay.progress(new ProgressLines()).run(stop);
            return tell(replay);
        } catch (WrongPasswordException e) {
            return fail(ExitCode.PASSWORD, e.getMessage());
        } catch (SessionException | ModelRefusedException | SnapshotException e) {
            return fail(ExitCode.SESSION, e.getMessage());
        } catch (UncheckedIOException e) {
            return fail(ExitCode.NOT_FOUND, e.getMessage());
        }
    }

    private StopAt stop() {
        try {
            return until == null ? StopAt.end() : StopAt.parse(until);
        } catch (IllegalArgumentException e) {
            throw wrong("--until: " + e.getMessage());
        }
    }

    private Recording recording(String password) {
        Recording recording = Recording.of(file, password);
        if (name != null) {
            recording = recording.named(name);
        }
        try {
            return options == null ? recording : recording.options(Recording.parseOptions(options));
        } catch (IllegalArgumentException e) {
            throw wrong("--" + e.getMessage());
        }
    }

    private int tell(Replay replay) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.write(json(replay)) : text(replay));
        if (print != null) {
            out.println(tree.show(replay.root(Model.class), print));
        }
        out.flush();
        return replay.disagreements().isEmpty() ? ExitCode.OK : ExitCode.DISAGREES;
    }

    private static String text(Replay replay) {
        StringBuilder text = new StringBuilder();
        replay.divergences()
                .forEach(line -> text.append("recorded: ").append(line).append('\n'));
        replay.errors()
                .forEach(error ->
                        text.append("model failed: ").append(error.text()).append('\n'));
        if (!replay.disagreements().isEmpty()) {
            Disagreement first = replay.disagreements().get(0);
            text.append("DIFFERS: ").append(first).append('\n');
            int more = replay.disagreements().size() - 1;
            text.append(more > 0 ? "(and " + more + " later ones)\n" : "");
        }
        return text.append(replay.summary())
                .append(replay.isFinished() ? "" : ", stopped before the end at #" + replay.seq())
                .toString();
    }

    private static JsonObject json(Replay replay) {
        Summary summary = replay.summary();
        JsonObject.Builder object = JsonObject.builder()
                .put("messages", summary.messages())
                .put("events", summary.events())
                .put("executed", summary.executed())
                .put("fromTime", summary.fromMs())
                .put("time", summary.untilMs())
                .put("seq", replay.seq())
                .put("ms", summary.tookMs())
                .put("speedUp", summary.speedUp())
                .put("comparisons", summary.comparisons())
                .put("disagreements", replay.disagreements().size())
                .put("errors", replay.errors().size())
                .put("sameCode", replay.isSameCode())
                .put("finished", replay.isFinished())
                .put("stateHash", replay.stateHash());
        replay.disagreements().stream()
                .findFirst()
                .ifPresent(first -> object.put("firstDisagreement", first.toString()));
        return object.build();
    }

    /** A line now and then, for recordings of hours. */
    private final class ProgressLines implements Progress {
        private double nextMs = now() + PROGRESS_EVERY_MS;

        @Override
        public void at(int messages, int all, double timeMs) {
            if (now() >= nextMs) {
                nextMs = now() + PROGRESS_EVERY_MS;
                note(messages + " of " + all + " messages, teatime " + Math.round(timeMs) + " ms");
            }
        }

        private static double now() {
            return System.nanoTime() / 1e6;
        }
    }

    private void note(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    private int fail(int code, String message) {
        return Problems.tell(spec, code, message);
    }

    private ParameterException wrong(String message) {
        return Problems.wrong(spec, message);
    }
}
