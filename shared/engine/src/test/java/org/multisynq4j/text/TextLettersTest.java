package org.multisynq4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** The tables are those of JDK 25; an older JDK agrees about every code point that it knows already, and whose counterpart it knows. */
class TextLettersTest {
    private static final int CODE_POINTS = 0x110000;
    /** A letter of Unicode 16, unknown before. */
    private static final boolean KNOWS_UNICODE_16 = Character.isLetter(0x1C89);

    @Test
    void lettersAndDigitsAreThoseOfUnicode16() {
        for (int c = 0; c < CODE_POINTS; c++) {
            if (Character.isDefined(c)) {
                assertThat(Text.isLetter(c)).as("letter U+%04X", c).isEqualTo(Character.isLetter(c));
                assertThat(Text.isDigit(c)).as("digit U+%04X", c).isEqualTo(Character.isDigit(c));
            } else if (KNOWS_UNICODE_16) {
                assertThat(Text.isLetter(c) || Text.isDigit(c)).as("U+%04X", c).isFalse();
            }
        }
    }

    @Test
    void caseIsThatOfUnicode16() {
        compare(c -> Text.lowerCase(Character.toString(c)).codePointAt(0), Character::toLowerCase);
        compare(c -> Text.upperCase(Character.toString(c)).codePointAt(0), Character::toUpperCase);
    }

    private static void compare(IntUnaryOperator ours, IntUnaryOperator jdk) {
        for (int c = 0; c < CODE_POINTS; c++) {
            int mapped = ours.applyAsInt(c);
            if (KNOWS_UNICODE_16 || Character.isDefined(c) && Character.isDefined(mapped)) {
                assertThat(mapped).as("U+%04X", c).isEqualTo(jdk.applyAsInt(c));
            }
        }
    }

    @Test
    void mapsEachCodePointByItself() {
        assertThat(Text.lowerCase("ΑΣ ÄÖÜ İ ẞ 𐐀x")).isEqualTo("ασ äöü i ß 𐐨x");
        assertThat(Text.upperCase("straße ŉ ﬁ 𐐨")).isEqualTo("STRAßE ŉ ﬁ 𐐀");
        assertThat(Text.lowerCase("")).isEmpty();
        assertThat(Text.upperCase("a\ud834")).isEqualTo("A\ud834");
    }

    @Test
    void comparesWithoutRegardToCase() {
        assertThat(Text.equalsIgnoringCase("Größe", "gRÖSSE")).isFalse();
        assertThat(Text.equalsIgnoringCase("Größe", "GRÖßE")).isTrue();
        assertThat(Text.equalsIgnoringCase("Σας", "σΑΣ")).isTrue();
        assertThat(Text.equalsIgnoringCase("a", "ab")).isFalse();
        assertThat(Text.compareIgnoringCase("B", "a")).isPositive();
        assertThat(Text.compareIgnoringCase("a", "B")).isNegative();
        assertThat(Text.compareIgnoringCase("x", "X")).isZero();
    }

    @Test
    void splitsAtEverySeparator() {
        assertThat(Text.split("a,b,,c,", ",")).isEqualTo(List.of("a", "b", "", "c", ""));
        assertThat(Text.split("", ",")).isEqualTo(List.of(""));
        assertThat(Text.split("a.b|c", ".")).isEqualTo(List.of("a", "b|c"));
        assertThat(Text.split("aaa", "aa")).isEqualTo(List.of("", "a"));
        assertThatThrownBy(() -> Text.split("a", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
