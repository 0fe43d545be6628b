package org.multisynq4j.client.browser.qr;

/** The modules of a symbol: fixed patterns, then data, then a mask over the data (ISO/IEC 18004 §6, §7.7–7.10). */
final class QrMatrix {
    /** Error correction level M in the format information. */
    private static final int LEVEL_M = 0b00;

    private final int version;
    private final int size;
    private final boolean[] dark;
    private final boolean[] fixed;

    /** A symbol with its fixed patterns only. */
    QrMatrix(int version) {
        this.version = version;
        this.size = version * 4 + 17;
        this.dark = new boolean[size * size];
        this.fixed = new boolean[size * size];
        drawTiming();
        drawFinder(0, 0);
        drawFinder(size - 7, 0);
        drawFinder(0, size - 7);
        drawAlignments();
        drawFormat(0);
        drawVersion();
    }

    private QrMatrix(QrMatrix source) {
        version = source.version;
        size = source.size;
        dark = source.dark.clone();
        fixed = source.fixed;
    }

    int size() {
        return size;
    }

    boolean dark(int x, int y) {
        return dark[y * size + x];
    }

    int freeModules() {
        int free = 0;
        for (boolean taken : fixed) {
            free += taken ? 0 : 1;
        }
        return free;
    }

    /** Writes the codewords in the zigzag of two columns, from the right, upwards first; the timing column is skipped. */
    void fill(byte[] codewords) {
        int bit = 0;
        boolean up = true;
        for (int right = size - 1; right > 0; right -= 2, up = !up) {
            if (right == 6) {
                right--;
            }
            for (int step = 0; step < size; step++) {
                int y = up ? size - 1 - step : step;
                for (int x = right; x > right - 2; x--) {
                    if (!fixed[y * size + x] && bit < codewords.length * 8) {
                        dark[y * size + x] = (codewords[bit >> 3] >> (7 - (bit & 7)) & 1) != 0;
                        bit++;
                    }
                }
            }
        }
    }

    /** This symbol with the mask applied and named in the format information. */
    QrMatrix masked(int mask) {
        QrMatrix result = new QrMatrix(this);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                result.dark[y * size + x] ^= !fixed[y * size + x] && inverts(mask, x, y);
            }
        }
        result.drawFormat(mask);
        return result;
    }

    private static boolean inverts(int mask, int x, int y) {
        int rest =
                switch (mask) {
                    case 0 -> (x + y) % 2;
                    case 1 -> y % 2;
                    case 2 -> x % 3;
                    case 3 -> (x + y) % 3;
                    case 4 -> (x / 3 + y / 2) % 2;
                    case 5 -> x * y % 2 + x * y % 3;
                    case 6 -> (x * y % 2 + x * y % 3) % 2;
                    default -> ((x + y) % 2 + x * y % 3) % 2;
                };
        return rest == 0;
    }

    private void set(int x, int y, boolean value) {
        dark[y * size + x] = value;
        fixed[y * size + x] = true;
    }

    private void drawTiming() {
        for (int i = 0; i < size; i++) {
            set(i, 6, i % 2 == 0);
            set(6, i, i % 2 == 0);
        }
    }

    private void drawFinder(int left, int top) {
        for (int y = Math.max(0, top - 1); y <= Math.min(size - 1, top + 7); y++) {
            for (int x = Math.max(0, left - 1); x <= Math.min(size - 1, left + 7); x++) {
                int ring = Math.max(Math.abs(x - left - 3), Math.abs(y - top - 3));
                set(x, y, ring != 2 && ring != 4);
            }
        }
    }

    private void drawAlignments() {
        if (version == 1) {
            return;
        }
        int count = version / 7 + 2;
        int gaps = count - 1;
        // The gaps are equal and even, except the first one, which takes what is left.
        int step = (size - 13 + 2 * gaps - 1) / (2 * gaps) * 2;
        int[] centres = new int[count];
        centres[0] = 6;
        for (int i = 1; i < count; i++) {
            centres[i] = size - 7 - (count - 1 - i) * step;
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                boolean onFinder = i == 0 && j == 0 || i == 0 && j == count - 1 || i == count - 1 && j == 0;
                if (!onFinder) {
                    drawAlignment(centres[i], centres[j]);
                }
            }
        }
    }

    private void drawAlignment(int centreX, int centreY) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                set(centreX + dx, centreY + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
            }
        }
    }

    private void drawFormat(int mask) {
        int data = LEVEL_M << 3 | mask;
        int bits = (data << 10 | bch(data, 10, 0x537)) ^ 0x5412;
        for (int i = 0; i < 15; i++) {
            boolean value = (bits >> i & 1) != 0;
            int skipTiming = i < 6 ? i : i + 1;
            if (i < 8) {
                set(8, skipTiming, value);
                set(size - 1 - i, 8, value);
            } else {
                set(i == 8 ? 7 : 14 - i, 8, value);
                set(8, size - 15 + i, value);
            }
        }
        set(8, size - 8, true);
    }

    private void drawVersion() {
        if (version < 7) {
            return;
        }
        int bits = version << 12 | bch(version, 12, 0x1f25);
        for (int i = 0; i < 18; i++) {
            boolean value = (bits >> i & 1) != 0;
            set(size - 11 + i % 3, i / 3, value);
            set(i / 3, size - 11 + i % 3, value);
        }
    }

    /** The remainder of data·x^degree by the generator: BCH check bits. */
    private static int bch(int data, int degree, int generator) {
        int rest = data;
        for (int i = 0; i < degree; i++) {
            rest = rest << 1 ^ (rest >> (degree - 1) & 1) * generator;
        }
        return rest & ((1 << degree) - 1);
    }
}
