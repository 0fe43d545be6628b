package org.multisynq4j.server.cli;

import java.io.PrintWriter;
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
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code persisted DIR forget ID --yes}: gives a name back that somebody else has taken. */
@Command(
        name = "forget",
        description = {
            "Forgets all versions saved under a persistent id, its sessions, and whose it is:",
            "whoever comes next begins anew and owns what is saved then. The sealed files stay where they are."
        })
public final class PersistedForgetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private PersistedCommand parent;

    @Mixin
    private PersistedChoice choice = new PersistedChoice();

    @Option(names = "--yes", description = "Really; without it, only says what would be forgotten.")
    private boolean sure;

    @Override
    public Integer call() {
        return PersistedTask.run(spec, parent.directory(), this::forget);
    }

    private void forget(PersistedArchive archive) throws StoreException, Refusal {
        Entry current = choice.find(archive, Optional.empty());
        String appId = current.version().appId();
        PrintWriter out = spec.commandLine().getOut();
        String done = sure ? "forgotten: " : "would be forgotten with --yes: ";
        for (Entry entry : archive.list()) {
            if (entry.version().appId().equals(appId)
                    && entry.version().persistentId().equals(choice.persistentId())) {
                out.println(done + "version " + entry.number() + ", "
                        + entry.version().url());
            }
        }
        for (SessionRecord session : archive.sessions(appId, choice.persistentId())) {
            out.println(done + "session " + session.sessionId());
            if (sure) {
                archive.forget(session.sessionId());
            }
        }
        if (sure) {
            archive.forgetVersions(appId, choice.persistentId());
        }
    }
}
