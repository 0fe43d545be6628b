package org.multisynq4j.client.browser.qr;

/** How hard a masked symbol is to scan (ISO/IEC 18004 §7.8.3); the mask with the least penalty is used. */
final class QrPenalty {
    private static final int RUN = 3;
    private static final int BLOCK = 3;
    private static final int FINDER_LIKE = 40;
    private static final int BALANCE = 10;

    /** dark, light, 3 dark, light, dark, with 4 light modules after or before it. */
    private static final int FINDER_AFTER = 0b10111010000;

    private static final int FINDER_BEFORE = 0b00001011101;

    private QrPenalty() {}

    static int of(QrMatrix matrix) {
        int size = matrix.size();
        int penalty = 0;
        int darkModules = 0;
        for (int i = 0; i < size; i++) {
            penalty += line(matrix, i, true) + line(matrix, i, false);
            for (int j = 0; j < size; j++) {
                darkModules += matrix.dark(i, j) ? 1 : 0;
                penalty += i + 1 < size && j + 1 < size && isBlock(matrix, i, j) ? BLOCK : 0;
            }
        }
        int percent = darkModules * 100 / (size * size);
        return penalty + Math.abs(percent - 50) / 5 * BALANCE;
    }

    private static int line(QrMatrix matrix, int index, boolean row) {
        int penalty = 0;
        int run = 0;
        int window = 0;
        boolean previous = false;
        for (int i = 0; i < matrix.size(); i++) {
            boolean dark = row ? matrix.dark(i, index) : matrix.dark(index, i);
            run = i > 0 && dark == previous ? run + 1 : 1;
            penalty += run == 5 ? RUN : run > 5 ? 1 : 0;
            previous = dark;
            window = (window << 1 | (dark ? 1 : 0)) & 0x7ff;
            penalty += i >= 10 && (window == FINDER_AFTER || window == FINDER_BEFORE) ? FINDER_LIKE : 0;
        }
        return penalty;
    }

    private static boolean isBlock(QrMatrix matrix, int x, int y) {
        boolean dark = matrix.dark(x, y);
        return dark == matrix.dark(x + 1, y) && dark == matrix.dark(x, y + 1) && dark == matrix.dark(x + 1, y + 1);
    }
}
