package org.multisynq4j.manifest;

import org.multisynq4j.snapshot.ByteReader;
import org.multisynq4j.snapshot.SnapshotException;

/** Applies what {@link DeltaMaker} made: docs/protocol.md, section <em>Stored snapshots</em>. */
public final class Delta {
    static final int FORMAT = 1;

    private Delta() {}

    /**
     * The image a delta leads to.
     *
     * @param imageBytes how long it must be; at most that much memory is taken, and only after the whole delta was checked
     * @throws ManifestException if the delta is damaged, was made for another base, or leads to another length
     */
    public static byte[] apply(byte[] base, byte[] delta, int imageBytes) {
        try {
            return new Delta.Run(base, delta, imageBytes).run();
        } catch (SnapshotException e) {
            throw new ManifestException("the delta: " + e.getMessage());
        }
    }

    static int clamp(int value, int most) {
        return value < 0 || value > most ? most : value;
    }

    private static final class Run {
        private final byte[] base;
        private final byte[] delta;
        private final ByteReader in;
        private final int imageBytes;
        private final int steps;
        private final int columnsAt;

        Run(byte[] base, byte[] delta, int imageBytes) {
            this.base = base;
            this.delta = delta;
            this.imageBytes = imageBytes;
            in = new ByteReader(delta);
            int format = in.readByte();
            if (format != FORMAT) {
                throw in.damaged("a delta of format " + format + "; this build reads format " + FORMAT);
            }
            expect(base.length, "a base");
            expect(imageBytes, "an image");
            steps = in.readCount(3);
            columnsAt = in.position();
        }

        private void expect(int length, String what) {
            int said = in.readUnsigned();
            if (said != length) {
                throw in.damaged(what + " of " + (said & 0xFFFF_FFFFL) + " bytes, where it has " + length);
            }
        }

        byte[] run() {
            walk(new byte[0]);
            byte[] image = new byte[imageBytes];
            walk(image);
            return image;
        }

        /** Checks every step, and carries them out if there is room for the image. */
        private void walk(byte[] image) {
            ByteReader columns = new ByteReader(delta, columnsAt, delta.length - columnsAt);
            ByteReader inserts = column(columns);
            ByteReader moves = column(columns);
            ByteReader copies = column(columns);
            int literalAt = columns.position();
            int at = 0;
            int expected = 0;
            for (int step = 0; step < steps; step++) {
                int literal = within(inserts, delta.length - literalAt, imageBytes - at);
                long place = (long) clamp(expected + literal, base.length) + moves.readSigned();
                if (place < 0 || place > base.length) {
                    throw moves.damaged("a copy from " + place + " of " + base.length + " bytes");
                }
                int from = (int) place;
                int length = within(copies, base.length - from, imageBytes - at - literal);
                if (length == 0) {
                    throw copies.damaged("an empty copy");
                }
                if (image.length > 0) {
                    System.arraycopy(delta, literalAt, image, at, literal);
                    System.arraycopy(base, from, image, at + literal, length);
                }
                literalAt += literal;
                at += literal + length;
                expected = from + length;
            }
            inserts.expectEnd();
            moves.expectEnd();
            copies.expectEnd();
            if (delta.length - literalAt != imageBytes - at) {
                throw columns.damaged(
                        (delta.length - literalAt) + " new bytes are left where " + (imageBytes - at) + " are missing");
            }
            if (image.length > 0) {
                System.arraycopy(delta, literalAt, image, at, imageBytes - at);
            }
        }

        private ByteReader column(ByteReader columns) {
            int length = columns.readCount(1);
            int from = columns.position();
            columns.skip(length);
            return new ByteReader(delta, from, length);
        }

        private static int within(ByteReader in, int most, int alsoMost) {
            int value = in.readUnsigned();
            if (value < 0 || value > most || value > alsoMost) {
                throw in.damaged("a run of " + (value & 0xFFFF_FFFFL) + " bytes, where " + Math.min(most, alsoMost)
                        + " are left");
            }
            return value;
        }
    }
}
