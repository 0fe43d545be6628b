package org.multisynq4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.store.StoreException.Reason;

final class DataDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void isCreatedWhereNothingWas() throws Exception {
        try (DataDirectory directory = DataDirectory.open(parent.resolve("a/b"))) {
            assertThat(directory.journal()).isDirectory();
            assertThat(directory.files()).isDirectory();
        }
    }

    @Test
    void belongsToOneServerAtATime() throws Exception {
        DataDirectory first = DataDirectory.open(parent);
        assertThatThrownBy(() -> DataDirectory.open(parent))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOCKED))
                .hasMessageContaining("in use by another server (process "
                        + ProcessHandle.current().pid() + ")")
                .hasMessageContaining(parent.toString())
                .hasMessageContaining("--data");
        first.close();
        DataDirectory.open(parent).close();
    }

    @Test
    void saysSoWhenItCannotBeWritten() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "not a directory");

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_WRITABLE))
                .hasMessageContaining(file.toString());
    }

    @Test
    void refusesAnUnknownFormat() throws Exception {
        DataDirectory.open(parent).close();
        Files.writeString(parent.resolve("format"), "99\n");

        assertThatThrownBy(() -> DataDirectory.open(parent))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_FORMAT))
                .hasMessageContaining("'99'");
    }
}
