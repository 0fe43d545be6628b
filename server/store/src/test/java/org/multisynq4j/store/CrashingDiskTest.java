package org.multisynq4j.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of stores on a disk of its own. */
abstract class CrashingDiskTest {
    @TempDir
    Path directory;

    CrashingDisk disk;

    @BeforeEach
    final void attach() {
        disk = new CrashingDisk(directory);
    }

    @AfterEach
    final void close() throws IOException {
        disk.close();
    }
}
