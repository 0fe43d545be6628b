package org.multisynq4j.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.multisynq4j.client.jvm.Gzip;
import org.multisynq4j.crypto.CheckWord;
import org.multisynq4j.crypto.CryptoException;
import org.multisynq4j.crypto.CryptoLimits;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.crypto.FileOpener;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.crypto.WrongPasswordException;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.store.PersistedArchive;
import org.multisynq4j.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code persisted DIR export}: a version as it is stored, or decrypted with the session's password. */
@Command(
        name = "export",
        description = {
            "Writes a version of saved data to a file or to the standard output.",
            "Without a password: sealed, as it is stored. With the session's password and name: its JSON."
        })
public final class PersistedExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private PersistedCommand parent;

    @Mixin
    private PersistedChoice choice = new PersistedChoice();

    @Option(
            names = "--version-number",
            paramLabel = "N",
            description = "As list shows it; the current one if not said.")
    private Long version;

    @Option(names = "--name", paramLabel = "NAME", description = "The session's name; needed with a password.")
    private String name;

    @Mixin
    private PasswordOptions passwords = new PasswordOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; must not exist yet.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Optional<String> password = passwords.readFor(Optional.ofNullable(name));
        return PersistedTask.run(spec, parent.directory(), archive -> export(archive, password));
    }

    private void export(PersistedArchive archive, Optional<String> password)
            throws StoreException, IOException, Refusal {
        PersistedVersion found =
                choice.find(archive, Optional.ofNullable(version)).version();
        Path file = archive.file(found)
                .orElseThrow(() -> new Refusal(
                        ExitCode.NOT_FOUND,
                        "its file is not there (" + found.url() + "); bring it back from a backup first"));
        byte[] content = Files.readAllBytes(file);
        write(password.isPresent() ? open(archive, found, content, password.get()) : content);
    }

    private byte[] open(PersistedArchive archive, PersistedVersion found, byte[] sealed, String password)
            throws StoreException, IOException, Refusal {
        SessionKeys keys;
        try {
            keys = SessionKeys.derive(password, found.appId(), name);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.PASSWORD, e.getMessage());
        }
        checkPassword(archive, found, keys);
        String fileName = found.url().substring(found.url().lastIndexOf('/') + 1);
        try {
            byte[] packed = new FileOpener(keys).open(FileKind.PERSISTENT, found.persistentId(), fileName, sealed);
            return Gzip.unpack(packed, CryptoLimits.MAX_FILE_PLAIN_BYTES);
        } catch (CryptoException | IOException e) {
            throw new Refusal(
                    ExitCode.PASSWORD,
                    "the file cannot be opened: " + e.getMessage()
                            + ". If password and name are right, it is damaged: export an older version, or bring the"
                            + " file back from a backup");
        }
    }

    /** The session's check word tells a wrong password from a damaged file, as long as the session is known. */
    private void checkPassword(PersistedArchive archive, PersistedVersion found, SessionKeys keys)
            throws StoreException, Refusal {
        for (SessionRecord session : archive.sessions(found.appId(), found.persistentId())) {
            try {
                CheckWord.verify(keys, session.sessionId(), session.tove());
            } catch (WrongPasswordException e) {
                throw new Refusal(
                        ExitCode.PASSWORD,
                        "the password is not the one of session \"" + name + "\" of " + found.appId());
            } catch (CryptoException e) {
                // a session of the original protocol; the file itself will tell
            }
        }
    }

    private void write(byte[] content) throws IOException, Refusal {
        if (output == null) {
            System.out.write(content);
            System.out.flush();
            return;
        }
        if (Files.exists(output)) {
            throw new Refusal(ExitCode.USAGE, output + " exists already; name another file");
        }
        Files.write(output, content);
        spec.commandLine().getOut().println(output + ": " + content.length + " bytes");
    }
}
