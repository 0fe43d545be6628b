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

    static void writeArray(ByteWriter out, int tag, Object array) {
        switch (tag) {
            case Tag.BOOLEANS -> {
                boolean[] values = (boolean[]) array;
                out.writeUnsigned(values.length);
                for (boolean value : values) {
                    out.writeBoolean(value);
                }
            }
            case Tag.BYTES -> out.writeBlob((byte[]) array);
            case Tag.SHORTS -> {
                short[] values = (short[]) array;
                out.writeUnsigned(values.length);
                for (short value : values) {
                    out.writeSigned(value);
                }
            }
            case Tag.CHARS -> {
                char[] values = (char[]) array;
                out.writeUnsigned(values.length);
                for (char value : values) {
                    out.writeUnsigned(value);
                }
            }
            case Tag.INTS -> {
                int[] values = (int[]) array;
                out.writeUnsigned(values.length);
                for (int value : values) {
                    out.writeSigned(value);
                }
            }
            case Tag.LONGS -> {
                long[] values = (long[]) array;
                out.writeUnsigned(values.length);
                for (long value : values) {
                    out.writeSignedLong(value);
                }
            }
            case Tag.FLOATS -> {
                float[] values = (float[]) array;
                out.writeUnsigned(values.length);
                for (float value : values) {
                    out.writeFloat(value);
                }
            }
            case Tag.DOUBLES -> {
                double[] values = (double[]) array;
                out.writeUnsigned(values.length);
                for (double value : values) {
                    out.writeDouble(value);
                }
            }
            default -> throw new IllegalStateException("tag " + tag + " is not a primitive array");
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
        ByteWriter out = new ByteWriter();
        writeArray(out, tag, array);
        ByteReader in = new ByteReader(out.toByteArray());
        int count = in.readUnsigned();
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
