package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileUrlsTest {
    @ParameterizedTest
    @CsvSource({
        "http://h:8888/files/a/b.snap, a/b.snap",
        "https://h/box/files/a/b, a/b",
        "/files/a, a",
        "/box/files/a, a",
        "a/b/c, a/b/c",
    })
    void pathsBelowFiles(String url, String path) {
        assertThat(FileUrls.path(url)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/files/",
                "/files/a/",
                "/files//a",
                "/files/../a",
                "/files/./a",
                "/files/a?x=1",
                "/files/a#b",
                "/files/a%2e",
                "/files/a b",
                "/other/a",
                "http://h",
                "http://h/a",
                "ftp://h/files/a",
                "javascript:alert(1)",
                "//h/x/a",
                "..",
                "a/../b",
                "a\\b"
            })
    void anythingElseIsNoFileOfOurs(String url) {
        assertThat(FileUrls.path(url)).isEmpty();
    }

    @Test
    void clientsGetTheNameByWhichTheyReachedUs() {
        assertThat(FileUrls.forClient("a/b", "http://box:1")).isEqualTo("http://box:1/files/a/b");
        assertThat(FileUrls.forClient("a/b", "")).isEqualTo("/files/a/b");
        assertThat(FileUrls.forClient("http://else/x", "http://box:1")).isEqualTo("http://else/x");
    }
}
