package org.multisynq4j.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlobStoreTest {
    private static final int MAX_FILE = 100;
    private static final int MAX_OWNER = 250;

    @TempDir
    Path root;

    private BlobStore store;

    @BeforeEach
    void open() throws IOException {
        store = new BlobStore(root, MAX_FILE, MAX_OWNER);
    }

    @Test
    void givesBackTheExactBytes() throws IOException {
        byte[] bytes = {0, -1, 13, 10, 0};

        assertThat(put("snapshots/s/a", bytes)).isEqualTo(UploadResult.CREATED);
        assertThat(Files.readAllBytes(find("snapshots/s/a"))).isEqualTo(bytes);
        assertThat(store.find(path("snapshots/s/b"))).isEmpty();
        assertThat(store.find(path("snapshots/s"))).as("a directory is no file").isEmpty();
    }

    @Test
    void limitsOneFileExactly() throws IOException {
        assertThat(put("a/1", new byte[MAX_FILE - 1])).isEqualTo(UploadResult.CREATED);
        assertThat(put("a/2", new byte[MAX_FILE])).isEqualTo(UploadResult.CREATED);
        assertThat(put("a/3", new byte[MAX_FILE + 1])).isEqualTo(UploadResult.TOO_LARGE);
        assertThat(store.find(path("a/3"))).isEmpty();
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void limitsWhatOneSessionStoresAcrossRestarts() throws IOException {
        put("snapshots/s/1", new byte[100]);
        put("snapshots/s/2", new byte[100]);
        open();
        assertThat(put("snapshots/s/3", new byte[51])).isEqualTo(UploadResult.OVER_QUOTA);
        assertThat(put("snapshots/s/3", new byte[50])).isEqualTo(UploadResult.CREATED);
        assertThat(put("snapshots/s/4", new byte[1])).isEqualTo(UploadResult.OVER_QUOTA);
        assertThat(put("snapshots/other/1", new byte[100])).isEqualTo(UploadResult.CREATED);
        assertThat(put("snapshots/s/1", new byte[] {1})).as("replacing frees").isEqualTo(UploadResult.REPLACED);
        assertThat(put("snapshots/s/4", new byte[99])).isEqualTo(UploadResult.CREATED);
    }

    @Test
    void theLastWriteWinsUnderNamesOfPlaintextHashes() throws Exception {
        String name = "apps/app/pid/save/" + hash(new byte[] {7});

        assertThat(put(name, new byte[] {1})).isEqualTo(UploadResult.CREATED);
        assertThat(put(name, new byte[] {1})).isEqualTo(UploadResult.UNCHANGED);
        assertThat(put(name, new byte[] {2})).isEqualTo(UploadResult.REPLACED);
        assertThat(Files.readAllBytes(find(name))).containsExactly(2);
    }

    @Test
    void namesOfStoredBytesAreChecked() throws Exception {
        byte[] bytes = {1, 2, 3};
        String name = "apps/app/pid/data/" + hash(bytes);

        assertThat(put(name, new byte[] {9})).isEqualTo(UploadResult.CONFLICT);
        assertThat(store.find(path(name))).isEmpty();
        assertThat(put(name, bytes)).isEqualTo(UploadResult.CREATED);
        assertThat(put(name, bytes)).isEqualTo(UploadResult.UNCHANGED);
        assertThat(put(name, new byte[] {9})).isEqualTo(UploadResult.CONFLICT);
        assertThat(Files.readAllBytes(find(name))).isEqualTo(bytes);
    }

    @Test
    void refusesNamesThatAreInTheWayOfOthers() throws IOException {
        put("a/file", new byte[1]);

        assertThat(put("a/file/below", new byte[1])).isEqualTo(UploadResult.CONFLICT);
        put("b/dir/file", new byte[1]);
        assertThat(put("b/dir", new byte[1])).isEqualTo(UploadResult.CONFLICT);
    }

    @Test
    void leavesNothingOfABrokenUpload() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 10;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection reset");
                }
                return 1;
            }
        };
        assertThatThrownBy(() -> store.put(path("a/b"), broken)).hasMessage("connection reset");
        assertThat(store.find(path("a/b"))).isEmpty();
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void removesWhatACrashLeft() throws IOException {
        Files.write(root.resolve(".tmp").resolve("17"), new byte[10]);
        open();
        assertThat(temporaryFiles()).isZero();
    }

    private UploadResult put(String name, byte[] bytes) throws IOException {
        return store.put(path(name), new ByteArrayInputStream(bytes));
    }

    private Path find(String name) {
        return store.find(path(name)).orElseThrow();
    }

    private long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(".tmp"))) {
            return files.count();
        }
    }

    private static FilePath path(String name) {
        return FilePath.parse(name).orElseThrow();
    }

    private static String hash(byte[] bytes) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
