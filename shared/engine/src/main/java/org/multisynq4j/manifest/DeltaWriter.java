package org.multisynq4j.manifest;

import org.multisynq4j.snapshot.ByteWriter;

/** Collects the steps of a delta in columns, because equal kinds of numbers beside each other compress better. */
final class DeltaWriter {
    private final byte[] base;
    private final byte[] target;
    private final ByteWriter inserts = new ByteWriter();
    private final ByteWriter moves = new ByteWriter();
    private final ByteWriter copies = new ByteWriter();
    private final ByteWriter literals = new ByteWriter();
    private int steps;
    private int expected;

    DeltaWriter(byte[] base, byte[] target) {
        this.base = base;
        this.target = target;
    }

    /** The target from {@code literalFrom} to {@code at} as it is, then {@code length} bytes of the base. */
    void step(int literalFrom, int at, int baseAt, int length) {
        int literal = at - literalFrom;
        inserts.writeUnsigned(literal);
        literals.writeBytes(target, literalFrom, literal);
        // Most often as many bytes were replaced as there are new ones.
        moves.writeSigned(baseAt - Delta.clamp(expected + literal, base.length));
        copies.writeUnsigned(length);
        expected = baseAt + length;
        steps++;
    }

    /** So long it is by now. */
    int size() {
        return inserts.size() + moves.size() + copies.size() + literals.size();
    }

    byte[] finish(int literalFrom) {
        literals.writeBytes(target, literalFrom, target.length - literalFrom);
        ByteWriter out = new ByteWriter(size() + 32);
        out.writeByte(Delta.FORMAT);
        out.writeUnsigned(base.length);
        out.writeUnsigned(target.length);
        out.writeUnsigned(steps);
        column(out, inserts);
        column(out, moves);
        column(out, copies);
        out.writeBytes(literals.toByteArray());
        return out.toByteArray();
    }

    private static void column(ByteWriter out, ByteWriter column) {
        out.writeBlob(column.toByteArray());
    }
}
