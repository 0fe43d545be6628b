package org.multisynq4j.client.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SessionUrlTest {
    @Test
    void theFirstPieceOfTheFragmentWithoutEqualsSignIsTheName() {
        SessionUrl url = SessionUrl.parse("http://h:8080/chat/#room1&pw=s3cret&debug=session");
        assertThat(url.name()).contains("room1");
        assertThat(url.password()).contains("s3cret");
        assertThat(url.options().text("debug")).contains("session");
        assertThat(url.base()).isEqualTo("http://h:8080/chat/");
    }

    @Test
    void aFragmentThatStartsWithAnOptionHasNoName() {
        assertThat(SessionUrl.parse("http://h/#pw=x&room").name()).isEmpty();
        assertThat(SessionUrl.parse("http://h/#&room").name()).isEmpty();
        assertThat(SessionUrl.parse("http://h/#").name()).isEmpty();
        assertThat(SessionUrl.parse("http://h/").name()).isEmpty();
    }

    @Test
    void theNameMayBeTheOptionQ() {
        assertThat(SessionUrl.parse("http://h/?q=room").name()).contains("room");
        assertThat(SessionUrl.parse("http://h/?q=room#pw=x").name()).contains("room");
        assertThat(SessionUrl.parse("http://h/?q=room#q=other").name()).contains("other");
        assertThat(SessionUrl.parse("http://h/?q=room#third&q=other").name()).contains("third");
        assertThat(SessionUrl.parse("http://h/?q=").name()).isEmpty();
    }

    @Test
    void aPasswordInTheQueryIsNotUsedBecauseTheServerHasSeenIt() {
        SessionUrl url = SessionUrl.parse("http://h/?pw=seen#room");
        assertThat(url.password()).isEmpty();
        assertThat(url.options().text("pw")).isEmpty();
    }

    @Test
    void thePasswordIsNotAmongTheOptions() {
        assertThat(SessionUrl.parse("http://h/#room&pw=x&a=1&%70w=y").options().all())
                .containsOnlyKeys("a");
    }

    @Test
    void theFragmentWinsOverTheQuery() {
        assertThat(SessionUrl.parse("http://h/?tps=5&debug=a#room&tps=9")
                        .options()
                        .text("tps"))
                .contains("9");
        assertThat(SessionUrl.parse("http://h/?tps=5&debug=a#room&tps=9")
                        .options()
                        .text("debug"))
                .contains("a");
    }

    @Test
    void namesAndPasswordsArePercentDecoded() {
        SessionUrl url = SessionUrl.parse("http://h/#caf%C3%A9%20%26%20%3D&pw=a%2Bb+c");
        assertThat(url.name()).contains("café & =");
        assertThat(url.password()).contains("a+b+c");
    }

    @Test
    void settingNameAndPasswordKeepsTheOtherPieces() {
        SessionUrl url = SessionUrl.parse("http://h/a/?x=1&q=old#debug=session");
        SessionUrl changed = url.withName("new room").withPassword("p&w");
        assertThat(changed).hasToString("http://h/a/?x=1#new%20room&pw=p%26w&debug=session");
        assertThat(changed.withName("b").withPassword("")).hasToString("http://h/a/?x=1#b&debug=session");
    }

    @Test
    void whatIsSharedHasNameAndPasswordAndServerButNotOnesOwnOptions() {
        SessionUrl url = SessionUrl.parse("http://h/a/?debug=x&box=/b/#room&pw=p&debug=session&nodock");
        assertThat(url.forSharing()).hasToString("http://h/a/?box=/b/#room&pw=p");
    }

    @Test
    void debugOptionsDoNotMakeAnotherSession() {
        SessionUrl url = SessionUrl.parse("http://h/a/#room&pw=p");
        assertThat(url.sameSession(SessionUrl.parse("http://h/a/?x=1#room&pw=p&debug=session")))
                .isTrue();
        assertThat(url.sameSession(SessionUrl.parse("http://h/a/#room2&pw=p"))).isFalse();
        assertThat(url.sameSession(SessionUrl.parse("http://h/a/#room&pw=q"))).isFalse();
        assertThat(url.sameSession(SessionUrl.parse("http://h/a/?box=/x/#room&pw=p")))
                .isFalse();
        assertThat(url.sameSession(SessionUrl.parse("http://h/b/#room&pw=p"))).isFalse();
    }

    @Test
    void addressesUpToTheLimitAreReadAndLongerOnesRefused() {
        String base = "http://h/#";
        String longest = base + "a".repeat(SessionUrl.MAX_CHARS - base.length());
        assertThat(SessionUrl.parse(longest).name()).isPresent();
        assertThatThrownBy(() -> SessionUrl.parse(longest + "a")).hasMessageContaining("8193 characters, at most 8192");
    }

    @Test
    void anyNameAndPasswordSurviveTheAddress() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            String name = text(random);
            String password = text(random);
            SessionUrl url = SessionUrl.parse(SessionUrl.parse("http://h/x?y#z&debug=1")
                    .withName(name)
                    .withPassword(password)
                    .toString());
            assertThat(url.name()).as("seed %d", seed).contains(name);
            assertThat(url.password()).as("seed %d", seed).contains(password);
        }
    }

    @Test
    void noiseNeverThrowsAndPrintsBackTheSameMeaning() {
        String alphabet = "ab=&#?%/:.4Cé+";
        for (long seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            StringBuilder noise = new StringBuilder("http://h/");
            for (int i = random.nextInt(40); i > 0; i--) {
                noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            SessionUrl url = SessionUrl.parse(noise.toString());
            SessionUrl again = SessionUrl.parse(url.toString());
            assertThat(again.name()).as("seed %d: %s", seed, noise).isEqualTo(url.name());
            assertThat(again.password()).as("seed %d: %s", seed, noise).isEqualTo(url.password());
            assertThat(again.options().all())
                    .as("seed %d: %s", seed, noise)
                    .isEqualTo(url.options().all());
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            int code = random.nextInt(random.nextBoolean() ? 128 : Character.MAX_CODE_POINT + 1);
            text.appendCodePoint(code >= 0xd800 && code <= 0xdfff ? 'x' : code);
        }
        return text.toString();
    }
}
