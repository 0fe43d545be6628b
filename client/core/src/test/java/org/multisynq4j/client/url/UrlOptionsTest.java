package org.multisynq4j.client.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UrlOptionsTest {
    @Test
    void aKeyWithoutValueIsTrue() {
        assertThat(options("nodock").text("nodock")).contains("true");
        assertThat(options("nodock").flag("nodock")).isTrue();
    }

    @Test
    void flagsCanBeSwitchedOff() {
        assertThat(options("a=false&b=0&c=&d=1").flag("a")).isFalse();
        assertThat(options("a=false&b=0&c=&d=1").flag("b")).isFalse();
        assertThat(options("a=false&b=0&c=&d=1").flag("c")).isFalse();
        assertThat(options("a=false&b=0&c=&d=1").flag("d")).isTrue();
        assertThat(options("a").flag("missing")).isFalse();
    }

    @Test
    void numbersAreDecimalsAndNothingElse() {
        assertThat(options("tps=20").number("tps")).hasValue(20);
        assertThat(options("tps=-0.5").number("tps")).hasValue(-0.5);
        for (String odd :
                new String[] {"", "-", ".", "1e9", "0x10", "NaN", "Infinity", "1.2.3", "20x3", "1234567890123456"}) {
            assertThat(options("tps=" + odd).number("tps")).as(odd).isEmpty();
        }
    }

    @Test
    void listsAreSplitAtCommas() {
        assertThat(options("debug=session,snapshot,,").list("debug")).containsExactly("session", "snapshot");
        assertThat(options("debug=[session,%20snapshot]").list("debug")).containsExactly("session", "snapshot");
        assertThat(options("").list("debug")).isEmpty();
    }

    @Test
    void malformedEscapesAreTakenLiterally() {
        for (String odd : new String[] {
            "%", "%4", "%zz", "%C3", "%C3%28", "%E0%80%80", "%ED%A0%80", "%F5%80%80%80", "%C0%80", "a%"
        }) {
            assertThat(options("k=" + odd).text("k")).as(odd).contains(odd);
        }
        assertThat(options("k=%F0%9F%98%80%e2%82%AC").text("k")).contains("😀€");
    }

    @Test
    void onlyTheFirstHundredPiecesAreRead() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= UrlOptions.MAX_OPTIONS; i++) {
            many.append("&k").append(i);
        }
        assertThat(options(many.toString()).all())
                .hasSize(UrlOptions.MAX_OPTIONS)
                .containsKey("k" + (UrlOptions.MAX_OPTIONS - 1))
                .doesNotContainKey("k" + UrlOptions.MAX_OPTIONS);
    }

    @Test
    void namesThatMeanSomethingToJavaScriptAreOrdinaryKeys() {
        assertThat(options("__proto__=1&constructor=2").all())
                .containsEntry("__proto__", "1")
                .containsEntry("constructor", "2");
    }

    private static UrlOptions options(String query) {
        return SessionUrl.parse("http://h/?" + query).options();
    }
}
