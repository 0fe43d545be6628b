package org.multisynq4j.store.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilePathTest {
    private static final String HASH = "c51WBObB-12XM-U9aFsSZG9tMShZOkbeqvG8ETPwP1g";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snapshots/JcVpDKvuUzSIS4MLYhPGDcyaCp_p2EqYe5TJhU9LpKY/0000007232_4294967286-K18jjbb2ys1S1BGS.snap",
                "apps/com.example.wire/ML_cMe3tLz5uwcq8pMOPS5PzQuUkD5sGFO8WUDARBk8/save/" + HASH,
                "a/b",
                "a/b..c"
            })
    void acceptsTheProtocolsNames(String name) {
        assertThat(FilePath.parse(name)).get().hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "a", "a/", "/a/b", "a//b", "../b", "a/..", "a/../b", "a/./b", "a/.hidden", ".tmp/1", "a/b.",
                        "a/b\\c",
                "a/%2e%2e", "a/%2f", "a/b%00", "a/b\0", "a/b c", "a/b:c", "C:/a", "a/ü", "a/b?c", "a/b#c", "a/b;c",
                        "a/b*", "~/../a", "a/b\n"
            })
    void refusesWhatCouldLeadElsewhere(String name) {
        assertThat(FilePath.parse(name)).isEmpty();
    }

    @Test
    void boundsLengthSegmentAndDepth() {
        String longest = "a/" + "s".repeat(FilePath.MAX_SEGMENT);
        assertThat(FilePath.parse(longest)).isPresent();
        assertThat(FilePath.parse(longest + "s")).isEmpty();

        String deepest = "a/".repeat(FilePath.MAX_DEPTH - 1) + "a";
        assertThat(FilePath.parse(deepest)).isPresent();
        assertThat(FilePath.parse(deepest + "/a")).isEmpty();

        String full = ("s".repeat(FilePath.MAX_SEGMENT) + "/").repeat(2) + "s".repeat(FilePath.MAX_LENGTH - 402);
        assertThat(FilePath.parse(full)).isPresent();
        assertThat(FilePath.parse(full + "s")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "snapshots/SID/1_2-h.snap, snapshots/SID, true",
        "apps/app/snap/version/pid.sid/1_2.h, apps/app/snap/version/pid.sid, true",
        "apps/app/pid/save/" + HASH + ", apps/app/pid, true",
        "apps/app/pid/data/" + HASH + ", apps/app/pid, true",
        "apps/app/pid/data/other, apps/app/pid, false",
        "apps/app, apps, false",
        "x/y/z, x, false"
    })
    void knowsWhoseBytesTheyAreAndWhatNeverChanges(String name, String owner, boolean contentNamed) {
        FilePath path = FilePath.parse(name).orElseThrow();
        assertThat(path.owner()).isEqualTo(owner);
        assertThat(path.isContentNamed()).isEqualTo(contentNamed);
    }
}
