package org.multisynq4j.client.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServerAddressTest {
    private static final String PAGE = "https://chat.example:8443/app/index.html";

    @Test
    void theDefaultIsTheServerThePageCameFrom() {
        ServerAddress address = find(PAGE, "");
        assertThat(address.reflector()).isEqualTo("wss://chat.example:8443/reflector");
        assertThat(address.files()).isEqualTo("https://chat.example:8443/files");
    }

    @Test
    void aPlainPageUsesPlainSockets() {
        assertThat(find("http://h:8888/app/", "box=/").reflector()).isEqualTo("ws://h:8888/reflector");
    }

    @Test
    void boxIsResolvedAgainstThePage() {
        assertThat(find(PAGE, "box=../sub").files()).isEqualTo("https://chat.example:8443/sub/files");
        assertThat(find(PAGE, "server=/x/").reflector()).isEqualTo("wss://chat.example:8443/x/reflector");
        assertThat(find(PAGE, "box=http://localhost:9000/").reflector()).isEqualTo("ws://localhost:9000/reflector");
    }

    @Test
    void reflectorAndFilesCanBeNamedApart() {
        ServerAddress address = find(PAGE, "reflector=/r/&files=http://127.0.0.1:81/f");
        assertThat(address.reflector()).isEqualTo("wss://chat.example:8443/r");
        assertThat(address.files()).isEqualTo("http://127.0.0.1:81/f");
    }

    @Test
    void theProgramsServerIsTrustedAndTheAddressOverridesIt() {
        ServerAddress programs =
                ServerAddress.of(PAGE, options(PAGE, ""), Optional.of("https://sync.example/"), Set.of());
        assertThat(programs.reflector()).isEqualTo("wss://sync.example/reflector");
        ServerAddress overridden =
                ServerAddress.of(PAGE, options(PAGE, "box=/"), Optional.of("https://sync.example/"), Set.of());
        assertThat(overridden.reflector()).isEqualTo("wss://chat.example:8443/reflector");
    }

    @Test
    void anAllowedOriginMayBeNamed() {
        ServerAddress address = ServerAddress.of(
                PAGE, options(PAGE, "box=wss://sync.example/"), Optional.empty(), Set.of("https://sync.example"));
        assertThat(address.reflector()).isEqualTo("wss://sync.example/reflector");
    }

    @Test
    void aLinkCannotSendThePageToAStrangersServer() {
        for (String evil : new String[] {
            "https://evil.example/",
            "//evil.example/",
            "https://chat.example:8443@evil.example/",
            "https://localhost:1@evil.example/",
            "https://localhost.evil.example/",
            "https://chat.example:8443.evil.example/",
            "https:\\\\evil.example/",
            "/\\evil.example/",
            "\\/evil.example/",
            "javascript:alert(1)//",
            "data:text/html,/",
            "file:///etc/passwd",
            "https://chat.example/",
            "http://chat.example:8443/",
            "https://evil.example%2Flocalhost/",
            "/%09/evil.example/",
            "https://[::1]evil.example/",
        }) {
            for (String key : ServerAddress.KEYS) {
                assertThatThrownBy(() -> find(PAGE, key + "=" + evil))
                        .as(key + "=" + evil)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(key.equals("box") ? "server=" : key + "=");
            }
        }
    }

    @Test
    void aBareWordIsNotAnAddress() {
        assertThatThrownBy(() -> find(PAGE, "reflector=us-west")).hasMessageContaining("needs a '/'");
    }

    @Test
    void originsAreComparedWithTheirDefaultPorts() {
        assertThat(Origin.of("https://A.Example/x")).isEqualTo(Origin.of("wss://a.example:443"));
        assertThat(Origin.of("https://a.example")).contains(new Origin("https", "a.example", 443));
        assertThat(Origin.of("http://[::1]:8080/")).contains(new Origin("http", "[::1]", 8080));
        assertThat(Origin.of("http://[::1]/")).contains(new Origin("http", "[::1]", 80));
        assertThat(Origin.of("http://h:0/")).isEmpty();
        assertThat(Origin.of("http://h:65535/")).isPresent();
        assertThat(Origin.of("http://h:65536/")).isEmpty();
        assertThat(Origin.of("http:///")).isEmpty();
        assertThat(Origin.of("about:blank")).isEmpty();
    }

    @Test
    void referencesAreResolvedLikeABrowserDoes() {
        assertThat(Urls.resolve("http://h/a/b?x#y", "c")).isEqualTo("http://h/a/c");
        assertThat(Urls.resolve("http://h/a/b", "./c/../d/")).isEqualTo("http://h/a/d/");
        assertThat(Urls.resolve("http://h/a/b", "../../../c")).isEqualTo("http://h/c");
        assertThat(Urls.resolve("http://h/a/b", "..")).isEqualTo("http://h/");
        assertThat(Urls.resolve("http://h/a/b/c", "..")).isEqualTo("http://h/a/");
        assertThat(Urls.resolve("http://h", "c")).isEqualTo("http://h/c");
        assertThat(Urls.resolve("https://h/a", "//g/x")).isEqualTo("https://g/x");
        assertThat(Urls.resolve("https://h/a", "?q=1")).isEqualTo("https://h/a?q=1");
        assertThat(Urls.resolve("https://h/a", "http://z/")).isEqualTo("http://z/");
        assertThat(Urls.resolve("https://h/a/", "b:c/d")).isEqualTo("b:c/d");
        assertThat(Urls.resolve("https://h/a/", "./b:c/d")).isEqualTo("https://h/a/b:c/d");
    }

    private static ServerAddress find(String page, String query) {
        return ServerAddress.of(page, options(page, query), Optional.empty(), Set.of());
    }

    private static UrlOptions options(String page, String query) {
        return SessionUrl.parse(page + "?" + query).options();
    }
}
