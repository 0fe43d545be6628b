package org.multisynq4j.snapshot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Numbers, their arrays and bit sets. */
final class Primitives {
    private Primitives() {}

    /** The type code of a boxed value's tag. */
    static char codeOf(int tag) {
        return "BSCIJFD".charAt(tag - Tag.BYTE);
    }

    static void write(ByteWriter out, char code, Object value) {
        switch (code) {
            case 'Z' -> out.writeBoolean((Boolean) value);
            case 'B' -> out.writeByte((Byte) value);
            case 'S' -> out.writeSigned((Short) value);
            case 'C' -> out.writeUnsigned((Character) value);
            case 'I' -> out.writeSigned((Integer) value);
            case 'J' -> out.writeSignedLong((Long) value);
            case 'F' -> out.writeFloat((Float) value);
            default -> out.writeDouble((Double) value);
        }
    }

    static Object read(ByteReader in, char code) {
        return switch (code) {
            case 'Z' -> in.readBoolean();
            case 'B' -> (byte) in.readByte();
            case 'S' -> readShort(in);
            case 'C' -> readChar(in);
            case 'I' -> in.readSigned();
            case 'J' -> in.readSignedLong();
            case 'F' -> in.readFloat();
            default -> in.readDouble();
        };
    }

    private static short readShort(ByteReader in) {
        int value = in.readSigned();
        if (value < Short.MIN_VALUE || value > Short.MAX_VALUE) {
            throw in.damaged(value + " is not a short");
        }
        return (short) value;
    }

    private static char readChar(ByteReader in) {
        int value = in.readUnsigned();
        if (value < 0 || value > Character.MAX_VALUE) {
            throw in.damaged(value + " is not a char");
        }
        return (char) value;
    }

    static int length(Object array, int tag) {
        return switch (tag) {
            case Tag.BYTES -> ((byte[]) array).length;
            case Tag.BOOLEANS -> ((boolean[]) array).length;
            case Tag.SHORTS -> ((short[]) array).length;
            case Tag.CHARS -> ((char[]) array).length;
            case Tag.INTS -> ((int[]) array).length;
            case Tag.LONGS -> ((long[]) array).length;
            case Tag.FLOATS -> ((float[]) array).length;
            case Tag.DOUBLES -> ((double[]) array).length;
            default -> throw notAnArray(tag);
        };
    }

    private static IllegalStateException notAnArray(int tag) {
        return new IllegalStateException("tag " + tag + " is not a primitive array");
    }

    /** Writes elements of an array, without their count. */
    static void writeElements(ByteWriter out, int tag, Object array, int from, int to) {
        switch (tag) {
            case Tag.BYTES -> out.writeBytes((byte[]) array, from, to - from);
            case Tag.BOOLEANS -> {
                boolean[] values = (boolean[]) array;
                for (int i = from; i < to; i++) {
                    out.writeBoolean(values[i]);
                }
            }
            case Tag.SHORTS -> {
                short[] values = (short[]) array;
                for (int i = from; i < to; i++) {
                    out.writeSigned(values[i]);
                }
            }
            case Tag.CHARS -> {
                char[] values = (char[]) array;
                for (int i = from; i < to; i++) {
                    out.writeUnsigned(values[i]);
                }
            }
            case Tag.INTS -> {
                int[] values = (int[]) array;
                for (int i = from; i < to; i++) {
                    out.writeSigned(values[i]);
                }
            }
            case Tag.LONGS -> {
                long[] values = (long[]) array;
                for (int i = from; i < to; i++) {
                    out.writeSignedLong(values[i]);
                }
            }
            case Tag.FLOATS -> {
                float[] values = (float[]) array;
                for (int i = from; i < to; i++) {
                    out.writeFloat(values[i]);
                }
            }
            case Tag.DOUBLES -> {
                double[] values = (double[]) array;
                for (int i = from; i < to; i++) {
                    out.writeDouble(values[i]);
                }
            }
            default -> throw notAnArray(tag);
        }
    }

    static Object readArray(ByteReader in, int tag) {
        switch (tag) {
            case Tag.BOOLEANS: {
                boolean[] values = new boolean[in.readCount(1)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readBoolean();
                }
                return values;
            }
            case Tag.BYTES:
                return in.readBytes(in.readCount(1));
            case Tag.SHORTS: {
                short[] values = new short[in.readCount(1)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = readShort(in);
                }
                return values;
            }
            case Tag.CHARS: {
                char[] values = new char[in.readCount(1)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = readChar(in);
                }
                return values;
            }
            case Tag.INTS: {
                int[] values = new int[in.readCount(1)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readSigned();
                }
                return values;
            }
            case Tag.LONGS: {
                long[] values = new long[in.readCount(1)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readSignedLong();
                }
                return values;
            }
            case Tag.FLOATS: {
                float[] values = new float[in.readCount(4)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readFloat();
                }
                return values;
            }
            case Tag.DOUBLES: {
                double[] values = new double[in.readCount(8)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readDouble();
                }
                return values;
            }
            default:
                throw in.damaged("there is no kind of value " + tag);
        }
    }

    /** The elements of an array, boxed. */
    static List<Object> elements(Object array, int tag) {
        int count = length(array, tag);
        ByteWriter out = new ByteWriter();
        writeElements(out, tag, array, 0, count);
        ByteReader in = new ByteReader(out.toByteArray());
        List<Object> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(read(in, "ZBSCIJFD".charAt(tag - Tag.BOOLEANS)));
        }
        return elements;
    }

    /** Bytes up to the last set bit, low bits first. */
    static void writeBits(ByteWriter out, BitSet bits) {
        int count = (bits.length() + 7) / 8;
        out.writeUnsigned(count);
        for (int i = 0; i < count; i++) {
            int value = 0;
            for (int bit = 0; bit < 8; bit++) {
                value |= bits.get(i * 8 + bit) ? 1 << bit : 0;
            }
            out.writeByte(value);
        }
    }

    static BitSet readBits(ByteReader in) {
        int count = in.readCount(1);
        BitSet bits = new BitSet();
        for (int i = 0; i < count; i++) {
            int value = in.readByte();
            if (value == 0 && i == count - 1) {
                throw in.damaged("a bit set ends with zeros");
            }
            for (int bit = 0; bit < 8; bit++) {
                if ((value & 1 << bit) != 0) {
                    bits.set(i * 8 + bit);
                }
            }
        }
        return bits;
    }
}
