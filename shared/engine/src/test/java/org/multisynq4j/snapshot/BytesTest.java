package org.multisynq4j.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BytesTest {
    private final ByteWriter writer = new ByteWriter();

    private ByteReader written() {
        return new ByteReader(writer.toByteArray());
    }

    private static ByteReader bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new ByteReader(bytes);
    }

    @Test
    void numbersComeBackFromEveryEdge() {
        long[] edges = {
            0,
            1,
            63,
            64,
            127,
            128,
            8191,
            8192,
            1L << 28,
            1L << 31,
            1L << 32,
            1L << 35,
            1L << 62,
            Long.MAX_VALUE,
            Long.MIN_VALUE
        };
        for (long edge : edges) {
            for (long value : new long[] {edge, edge - 1, -edge}) {
                writer.writeSignedLong(value);
                writer.writeUnsignedLong(value);
                writer.writeFixed64(value);
                writer.writeSigned((int) value);
                writer.writeUnsigned((int) value);
                writer.writeFixed32((int) value);
                writer.writeFixed16((int) value);
            }
        }
        ByteReader reader = written();
        for (long edge : edges) {
            for (long value : new long[] {edge, edge - 1, -edge}) {
                assertThat(reader.readSignedLong()).isEqualTo(value);
                assertThat(reader.readUnsignedLong()).isEqualTo(value);
                assertThat(reader.readFixed64()).isEqualTo(value);
                assertThat(reader.readSigned()).isEqualTo((int) value);
                assertThat(reader.readUnsigned()).isEqualTo((int) value);
                assertThat(reader.readFixed32()).isEqualTo((int) value);
                assertThat(reader.readFixed16()).isEqualTo((int) value & 0xFFFF);
            }
        }
        reader.expectEnd();
    }

    @Test
    void smallSignedNumbersTakeOneByteWhicheverTheirType() {
        writer.writeSigned(-64);
        writer.writeSignedLong(-64);
        writer.writeSignedLong(63);
        assertThat(writer.toByteArray()).containsExactly(127, 127, 126);
    }

    @Test
    void refusesNumbersThatAreLongerThanNeededOrTooLarge() {
        assertThatThrownBy(() -> bytes(0x80, 0).readUnsigned()).hasMessageContaining("longer than it needs");
        assertThatThrownBy(() -> bytes(0x81, 0).readUnsignedLong()).hasMessageContaining("longer than it needs");
        assertThatThrownBy(() -> bytes(0xFF, 0xFF, 0xFF, 0xFF, 0x10).readUnsigned())
                .hasMessageContaining("more than 32 bits");
        assertThat(bytes(0xFF, 0xFF, 0xFF, 0xFF, 0x0F).readUnsigned()).isEqualTo(-1);
        assertThatThrownBy(() ->
                        bytes(255, 255, 255, 255, 255, 255, 255, 255, 255, 2).readUnsignedLong())
                .hasMessageContaining("more than 64 bits");
        assertThat(bytes(255, 255, 255, 255, 255, 255, 255, 255, 255, 1).readUnsignedLong())
                .isEqualTo(-1);
        assertThatThrownBy(() -> bytes(2).readBoolean()).hasMessageContaining("boolean is 2");
    }

    @Test
    void everyNaNIsWrittenAsOneAndNoOtherIsRead() {
        writer.writeDouble(Double.longBitsToDouble(0x7FF8_0000_0000_0001L));
        writer.writeFloat(Float.intBitsToFloat(0xFFC0_0001));
        writer.writeDouble(-0.0);
        writer.writeDouble(Double.MIN_VALUE);
        ByteReader reader = written();
        assertThat(Double.doubleToRawLongBits(reader.readDouble())).isEqualTo(0x7FF8_0000_0000_0000L);
        assertThat(reader.readFloat()).isNaN();
        assertThat(Double.doubleToRawLongBits(reader.readDouble())).isEqualTo(Long.MIN_VALUE);
        assertThat(reader.readDouble()).isEqualTo(Double.MIN_VALUE);
        assertThatThrownBy(() -> bytes(0x7F, 0xF8, 0, 0, 0, 0, 0, 1).readDouble())
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> bytes(0xFF, 0xC0, 0, 0).readFloat()).hasMessageContaining("NaN");
    }

    @Test
    void writesTextAsUtf8() {
        String text = "aä€𝄞\u0000\u07ff\u0800\uffff";
        writer.writeString(text);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = writer.toByteArray();
        assertThat(all[0]).isEqualTo((byte) utf8.length);
        assertThat(java.util.Arrays.copyOfRange(all, 1, all.length)).isEqualTo(utf8);
    }

    @Test
    void everyStringComesBackEvenWithLoneSurrogates() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            char[] kinds = {'a', '\u00e9', '\u20ac', '\ud800', '\udbff', '\udc00', '\udfff', '\uffff'};
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(kinds[random.nextInt(kinds.length)]);
            }
            ByteWriter out = new ByteWriter();
            out.writeString(text.toString());
            byte[] bytes = out.toByteArray();
            String back = new ByteReader(bytes).readString(100);
            assertThat(back).as("seed " + seed).isEqualTo(text.toString());
        }
    }

    @Test
    void whateverTextCanBeReadHasOneEncoding() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            int[] kinds = {0x41, 0x80, 0xBF, 0xC2, 0xE2, 0xED, 0xA0, 0xB0, 0xF0, 0x90};
            int[] values = new int[1 + random.nextInt(8)];
            values[0] = values.length - 1;
            for (int i = 1; i < values.length; i++) {
                values[i] = kinds[random.nextInt(kinds.length)];
            }
            ByteReader reader = bytes(values);
            String text;
            try {
                text = reader.readString(100);
            } catch (SnapshotException refused) {
                continue;
            }
            ByteWriter out = new ByteWriter();
            out.writeString(text);
            byte[] again = out.toByteArray();
            for (int i = 0; i < values.length; i++) {
                assertThat(again[i] & 0xFF).as("seed " + seed + " byte " + i).isEqualTo(values[i]);
            }
        }
    }

    @Test
    void refusesMalformedText() {
        assertThatThrownBy(() -> bytes(2, 0xC1, 0x81).readString(9)).hasMessageContaining("begins with byte 193");
        assertThatThrownBy(() -> bytes(3, 0xE0, 0x81, 0x81).readString(9)).hasMessageContaining("forbidden form");
        assertThatThrownBy(() -> bytes(1, 0xC3).readString(9)).hasMessageContaining("cut off");
        assertThatThrownBy(() -> bytes(4, 0xF4, 0x90, 0x80, 0x80).readString(9)).hasMessageContaining("forbidden form");
        assertThatThrownBy(() -> bytes(6, 0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80).readString(9))
                .hasMessageContaining("surrogate pair");
    }

    @Test
    void readsAreBoundedByTheDataAndByTheLimit() {
        assertThatThrownBy(() -> bytes(5, 1, 2).readBlob(100)).hasMessageContaining("count of 5");
        assertThatThrownBy(() -> bytes(3, 1, 2, 3).readBlob(2)).hasMessageContaining("limit of 2");
        assertThat(bytes(3, 1, 2, 3).readBlob(3)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> bytes(0, 0, 0).readFixed32()).hasMessageContaining("4 bytes are needed, 3 are left");
        assertThatThrownBy(() -> bytes(255, 255, 255, 255, 15).readCount(1)).hasMessageContaining("4294967295");
        assertThatThrownBy(() -> bytes(1).expectEnd()).hasMessageContaining("1 bytes follow");
        assertThatThrownBy(() -> new ByteReader(new byte[3], 2, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hashIsSha256InBase64Url() {
        assertThat(StateHash.of("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }
}
