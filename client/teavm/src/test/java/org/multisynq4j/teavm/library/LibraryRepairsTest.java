package org.multisynq4j.teavm.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.teavm.model.ClassHierarchy;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ReferenceCache;
import org.teavm.parsing.ClasspathClassHolderSource;

/** The repairs fit TeaVM's library and do what the JDK does; in programs they are compared by {@code LibraryTest} of {@code web/parity}. */
class LibraryRepairsTest {
    private static final long SEED = Long.getLong("seed", 20_261_120L);

    record Numbers(double d, float f, long l, String s) {}

    @Test
    void everyRepairFindsItsMethodAndEverySubstituteItsPlace() {
        ClasspathClassHolderSource classes = new ClasspathClassHolderSource(new ReferenceCache());
        ClassHierarchy hierarchy = new ClassHierarchy(classes);
        ClassHolderTransformerContext context = (ClassHolderTransformerContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ClassHolderTransformerContext.class},
                (proxy, method, arguments) -> method.getName().equals("getHierarchy") ? hierarchy : null);
        for (String name : LibraryRepairs.classes()) {
            assertThatCode(() -> new LibraryRepairs().transformClass(classes.get(name), context))
                    .as(name)
                    .doesNotThrowAnyException();
        }
        for (String name : LibraryCalls.STREAM_CLASSES) {
            assertThatCode(() -> new LibraryCalls(any -> false).transformClass(classes.get(name), context))
                    .as(name)
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> new LibraryRepairs().transformClass(classes.get(Numbers.class.getName()), context))
                .doesNotThrowAnyException();
    }

    @Test
    void bytesThatAreNoTextGiveTheJdksReplacements() {
        int[] values = {
            0x41, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff, 0x9f, 0xa0,
            0x8f, 0x90
        };
        Random random = new Random(SEED);
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(9)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = (byte) values[random.nextInt(values.length)];
            }
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII)) {
                assertThat(new String(StringRepairs.init(bytes, charset)))
                        .as("seed %d, %s of %s", SEED, charset, java.util.Arrays.toString(bytes))
                        .isEqualTo(new String(bytes, charset));
            }
        }
    }

    @Test
    void textsGiveTheJdksBytes() {
        Random random = new Random(SEED);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(6); j > 0; j--) {
                text.append((char) (random.nextInt(3) == 0 ? 0xd700 + random.nextInt(0xa00) : random.nextInt(0x300)));
            }
            String s = text.toString();
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII)) {
                assertThat(StringRepairs.getBytes(s, charset))
                        .as("seed %d, %s", SEED, charset)
                        .isEqualTo(s.getBytes(charset));
            }
            StringBuilder reversed = new StringBuilder(s);
            assertThat(BuilderRepairs.reverse(reversed).toString())
                    .isEqualTo(new StringBuilder(s).reverse().toString());
        }
    }

    @Test
    void whiteSpaceIsTheJdks() {
        for (int c = 0; c < 0x10000; c++) {
            String text = "" + (char) c;
            assertThat(StringRepairs.isBlank(text)).as("U+%04X", c).isEqualTo(text.isBlank());
            assertThat(StringRepairs.strip(text + "a" + text)).isEqualTo((text + "a" + text).strip());
            assertThat(StringRepairs.stripLeading(text + "a" + text)).isEqualTo((text + "a" + text).stripLeading());
            assertThat(StringRepairs.stripTrailing(text + "a" + text)).isEqualTo((text + "a" + text).stripTrailing());
        }
    }

    @Test
    void digitsOfAllScriptsCount() {
        for (int radix : new int[] {2, 10, 16, 36}) {
            for (int c = 0; c < 0x10000; c++) {
                assertThat(Digits.value((char) c, radix)).as("U+%04X", c).isEqualTo(Character.digit((char) c, radix));
            }
        }
    }

    @Test
    void recordsAreComparedAsTheCompilerHasIt() {
        double[] values = {0.0, -0.0, Double.NaN, 1, -1, Double.POSITIVE_INFINITY, Double.MIN_VALUE, -Double.MIN_VALUE};
        for (double a : values) {
            for (double b : values) {
                assertThat(RecordParts.same(a, b)).isEqualTo(new Numbers(a, 0, 0, "").equals(new Numbers(b, 0, 0, "")));
                assertThat(RecordParts.same((float) a, (float) b)).isEqualTo(Float.compare((float) a, (float) b) == 0);
            }
        }
    }

    @Test
    void smallLongsAreKept() {
        for (long value = -130; value <= 130; value++) {
            assertThat(LongRepairs.valueOf(value) == LongRepairs.valueOf(value))
                    .as("%d", value)
                    .isEqualTo(Long.valueOf(value) == Long.valueOf(value));
        }
    }
}
