package org.multisynq4j.server.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.jvm.JvmPlatform;
import org.multisynq4j.client.url.SessionUrl;
import org.multisynq4j.data.DataMapper;
import org.multisynq4j.model.Model;
import org.multisynq4j.replay.Recording;
import org.multisynq4j.replay.Replay;
import org.multisynq4j.scan.ModelRefusedException;
import org.multisynq4j.server.participant.SampleApp;
import org.multisynq4j.snapshot.ListCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inspect}: looks at a running session. */
@Command(
        name = "inspect",
        description = {
            "Prints the model of a session as JSON, as it is now. Nobody in the session notices: the command asks the server",
            "for snapshot and messages like somebody who joins, and runs the model here. A session that does not exist is not",
            "begun."
        })
public final class InspectCommand implements Callable<Integer> {
    private static final double NO_FRAMES = JvmPlatform.NO_FRAMES;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "URL",
            description = "Address of the session's page, with the part after #; in quotes, because of the &.")
    private String url;

    @Option(
            names = "--app-id",
            paramLabel = "ID",
            description = "The application's id, as its Join says. The samples' are known.")
    private String appId;

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private TreeOptions tree = new TreeOptions();

    @Option(names = "--options", paramLabel = "JSON", description = "The session's options, if its Join gives any.")
    private String options;

    @Option(
            names = "--path",
            paramLabel = "PATH",
            defaultValue = "",
            description = "Only this part of the model, as in lines[3].text.")
    private String path;

    @Override
    public Integer call() throws InterruptedException {
        tree.check();
        Optional<SampleApp> sample = PageAddress.sample(url);
        Class<? extends Model> model = models.load(sample);
        String app = Optional.ofNullable(appId)
                .or(() -> sample.map(SampleApp::appId))
                .orElseThrow(() -> wrong("say the application's id: --app-id com.acme.myapp"));
        Join<?> join = Join.app(app).model(model);
        if (options != null) {
            join = join.options(plain(options));
        }
        join = PageAddress.complete(join, "app", url, this::wrong);
        String password = SessionUrl.parse(url).password().orElseThrow();
        try {
            Replay replay = Recording.of(observe(join), password).replay(model);
            PrintWriter out = spec.commandLine().getOut();
            out.println(tree.show(replay.root(Model.class), path));
            out.flush();
            return ExitCode.OK;
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (SessionException | ModelRefusedException e) {
            return failed(e);
        }
    }

    private byte[] observe(Join<?> join) throws InterruptedException, ExecutionException {
        CompletableFuture<byte[]> recording = new CompletableFuture<>();
        try (JvmPlatform platform =
                new JvmPlatform(new ErrorLines(spec.commandLine().getErr()), NO_FRAMES)) {
            platform.thread().execute(() -> {
                try {
                    Session.observe(platform, join).then(recording::complete, recording::completeExceptionally);
                } catch (RuntimeException e) {
                    recording.completeExceptionally(e);
                }
            });
            return recording.get();
        }
    }

    private Object plain(String json) {
        try {
            return new DataMapper(new ListCatalog()).fromJson(Recording.parseOptions(json), Object.class);
        } catch (IllegalArgumentException e) {
            throw wrong("--" + e.getMessage());
        }
    }

    private int failed(Throwable problem) {
        return Problems.tell(spec, Problems.exitCode(spec, problem), Problems.text(problem));
    }

    private ParameterException wrong(String message) {
        return Problems.wrong(spec, message);
    }
}
