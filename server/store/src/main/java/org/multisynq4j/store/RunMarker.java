package org.multisynq4j.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that exists while a server runs. Finding it at the start tells that the last run did not end cleanly, and
 * whether the machine was restarted since: then what was acknowledged but not yet forced may be missing.
 */
final class RunMarker {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final String UNKNOWN_BOOT = "unknown";

    private final Path file;

    RunMarker(Path file) {
        this.file = file;
    }

    /** Whether the last run may have lost acknowledged writes. */
    boolean lastRunMayHaveLostItsEnd(String bootId) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        String[] lines = Files.readString(file).split("\n");
        boolean wasSync = lines.length > 1 && lines[1].equals(Durability.SYNC.name());
        boolean sameBoot = lines[0].equals(bootId) && !bootId.equals(UNKNOWN_BOOT);
        return !wasSync && !sameBoot;
    }

    void begin(String bootId, Durability durability) throws IOException {
        Files.writeString(file, bootId + "\n" + durability.name() + "\n");
    }

    void end() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Something that changes when the machine starts anew; unknown on systems that do not tell. */
    static String currentBootId() {
        try {
            return Files.readString(BOOT_ID).trim();
        } catch (IOException e) {
            return UNKNOWN_BOOT;
        }
    }
}
