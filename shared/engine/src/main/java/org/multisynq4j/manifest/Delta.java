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
            return new Delta.Run(base.length, delta, imageBytes).run(base);
        } catch (SnapshotException e) {
            throw new ManifestException("the delta: " + e.getMessage());
        }
    }

    /** Which stretches of the base a delta copies, in the order of the image. */
    record Copies(int count, int[] toPlaces, int[] fromPlaces, int[] lengths) {
        int to(int index) {
            return toPlaces[index];
        }

        int from(int index) {
            return fromPlaces[index];
        }

        int length(int index) {
            return lengths[index];
        }
    }

    /** @throws ManifestException as {@link #apply} */
    static Copies copies(int baseBytes, byte[] delta, int imageBytes) {
        try {
            return new Delta.Run(baseBytes, delta, imageBytes).copies();
        } catch (SnapshotException e) {
            throw new ManifestException("the delta: " + e.getMessage());
        }
    }

    static int clamp(int value, int most) {
        return value < 0 || value > most ? most : value;
    }

    private static final class Run {
        private final int baseBytes;
        private final byte[] delta;
        private final ByteReader in;
        private final int imageBytes;
        private final int steps;
        private final int columnsAt;

        Run(int baseBytes, byte[] delta, int imageBytes) {
            this.baseBytes = baseBytes;
            this.delta = delta;
            this.imageBytes = imageBytes;
            in = new ByteReader(delta);
            int format = in.readByte();
            if (format != FORMAT) {
                throw in.damaged("a delta of format " + format + "; this build reads format " + FORMAT);
            }
            expect(baseBytes, "a base");
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

        byte[] run(byte[] base) {
            walk((literalAt, literal, at, from, length) -> {});
            byte[] image = new byte[imageBytes];
            walk((literalAt, literal, at, from, length) -> {
                System.arraycopy(delta, literalAt, image, at, literal);
                System.arraycopy(base, from, image, at + literal, length);
            });
            return image;
        }

        Copies copies() {
            int[] to = new int[steps];
            int[] froms = new int[steps];
            int[] lengths = new int[steps];
            int[] count = {0};
            walk((literalAt, literal, at, from, length) -> {
                if (length > 0) {
                    to[count[0]] = at + literal;
                    froms[count[0]] = from;
                    lengths[count[0]++] = length;
                }
            });
            return new Copies(count[0], to, froms, lengths);
        }

        /** New bytes, then bytes of the base. */
        private interface Step {
            void take(int literalAt, int literal, int at, int from, int length);
        }

        /** Checks every step and hands it on; the last one copies nothing. */
        private void walk(Step user) {
            ByteReader columns = new ByteReader(delta, columnsAt, delta.length - columnsAt);
            ByteReader inserts = column(columns);
            ByteReader moves = column(columns);
            ByteReader copies = column(columns);
            int literalAt = columns.position();
            int at = 0;
            int expected = 0;
            for (int step = 0; step < steps; step++) {
                int literal = within(inserts, delta.length - literalAt, imageBytes - at);
                long place = (long) clamp(expected + literal, baseBytes) + moves.readSigned();
                if (place < 0 || place > baseBytes) {
                    throw moves.damaged("a copy from " + place + " of " + baseBytes + " bytes");
                }
                int from = (int) place;
                int length = within(copies, baseBytes - from, imageBytes - at - literal);
                if (length == 0) {
                    throw copies.damaged("an empty copy");
                }
                user.take(literalAt, literal, at, from, length);
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
            user.take(literalAt, imageBytes - at, at, 0, 0);
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
