package org.multisynq4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.StoreWrite;

/** Looking at a data directory beside the server that uses it. */
class DataViewTest {
    @TempDir
    Path temporary;

    private final RecordingListener listener = new RecordingListener();

    private static StoreWrite append(long offset) {
        long seq = Samples.FIRST_SEQ + 1 + offset & 0xFFFFFFFFL;
        return new StoreWrite.Append(new LoggedMessage(10 * offset, seq, "[" + 10 * offset + "," + seq + ",\"e1.x\"]"));
    }

    private void write(EmbeddedStore store, long from, long to) throws Exception {
        for (long i = from; i <= to; i++) {
            store.write("s1", i, i == 1 ? save() : append(i - 2), listener);
        }
        listener.awaitWritten(to);
    }

    private static StoreWrite save() {
        return new StoreWrite.SaveRecord(Samples.record("s1", Samples.FIRST_SEQ, Samples.FIRST_SEQ));
    }

    @Test
    void showsWhatARunningServerHasStoredWithoutDisturbingIt() throws Exception {
        Path data = temporary.resolve("data");
        try (DataDirectory directory = DataDirectory.open(data)) {
            EmbeddedStore store = EmbeddedStore.open(directory, StoreOptions.DEFAULTS);
            write(store, 1, 20);
            try (DataView view = DataView.open(data)) {
                assertThat(view.sessionIds()).containsExactly("s1");
                assertThat(view.session("s1").orElseThrow().log()).hasSize(19);
                assertThat(view.session("nobody")).isEmpty();
                write(store, 21, 30);
                assertThat(view.session("s1").orElseThrow().log()).hasSize(19);
            }
            try (DataView view = DataView.open(data)) {
                assertThat(view.session("s1").orElseThrow().log()).hasSize(29);
            }
            store.close();
        }
    }

    @Test
    void showsWhatAStoppedServerLeftAndChangesNoByte() throws Exception {
        Path data = temporary.resolve("data");
        try (DataDirectory directory = DataDirectory.open(data)) {
            EmbeddedStore store = EmbeddedStore.open(directory, StoreOptions.DEFAULTS);
            write(store, 1, 20);
            store.close();
        }
        Map<String, String> before = content(data);
        try (DataView view = DataView.open(data)) {
            assertThat(view.session("s1").orElseThrow().log()).hasSize(19);
            assertThat(view.file("../format")).isEmpty();
            assertThat(view.file("snapshots/s1/nothing")).isEmpty();
        }
        assertThat(content(data)).isEqualTo(before);
    }

    @Test
    void whatIsNoDataDirectoryIsNotMadeOne() throws Exception {
        assertThatThrownBy(() -> DataView.open(temporary.resolve("nowhere")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not a data directory of this server");
        assertThat(temporary.resolve("nowhere")).doesNotExist();
        Files.writeString(temporary.resolve("format"), "99");
        assertThatThrownBy(() -> DataView.open(temporary)).hasMessageContaining("has format '99'");
    }

    private static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(file).toString(), Sha256.base64Url(Files.readAllBytes(file)));
            }
        }
        return content;
    }
}
