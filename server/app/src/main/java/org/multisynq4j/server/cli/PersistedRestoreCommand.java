package org.multisynq4j.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.store.PersistedArchive;
import org.multisynq4j.store.PersistedArchive.Entry;
import org.multisynq4j.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code persisted DIR restore}. */
@Command(
        name = "restore",
        description = {
            "Makes an older version of saved data the current one; what was current is kept.",
            "New sessions start from it. Sessions that exist go on with their own state, unless they are forgotten."
        })
public final class PersistedRestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private PersistedCommand parent;

    @Mixin
    private PersistedChoice choice = new PersistedChoice();

    @Parameters(index = "1", paramLabel = "VERSION", description = "As list shows it.")
    private long version;

    @Option(
            names = "--forget-sessions",
            description = "Also forget the sessions that use this data, so that whoever joins next starts from it."
                    + " What they did since the restored version is lost.")
    private boolean forget;

    @Override
    public Integer call() {
        return PersistedTask.run(spec, parent.directory(), this::restore);
    }

    private void restore(PersistedArchive archive) throws StoreException, IOException, Refusal {
        Entry entry = choice.find(archive, Optional.of(version));
        if (archive.file(entry.version()).isEmpty()) {
            throw new Refusal(
                    ExitCode.NOT_FOUND,
                    "the file of version " + version + " is not there ("
                            + entry.version().url() + "); bring it back from a backup first");
        }
        archive.restore(entry.version(), System.currentTimeMillis());
        PrintWriter out = spec.commandLine().getOut();
        out.println("version " + version + " of " + choice.persistentId() + " is current again");
        List<SessionRecord> sessions = archive.sessions(entry.version().appId(), choice.persistentId());
        for (SessionRecord session : sessions) {
            if (forget) {
                archive.forget(session.sessionId());
                out.println("forgotten: session " + session.sessionId());
            } else {
                out.println("session " + session.sessionId()
                        + " exists and goes on with its own state; --forget-sessions lets it start anew");
            }
        }
    }
}
