package org.multisynq4j.client.browser.qr;

import java.util.Optional;
import org.multisynq4j.text.Utf8;

/**
 * A QR code of error correction level M (15 % may be unreadable), versions 1 to 20, text as UTF-8 bytes.
 *
 * <p>The smallest version that fits is used, and the mask with the least penalty.
 */
public final class QrCode {
    private final int mask;
    private final QrMatrix matrix;

    private QrCode(QrMatrix matrix, int mask) {
        this.matrix = matrix;
        this.mask = mask;
    }

    /** The code for this text; empty if it has more than 666 bytes of UTF-8. */
    public static Optional<QrCode> of(String text) {
        byte[] bytes = Utf8.encode(text);
        for (int version = 1; version <= QrBlocks.MAX_VERSION; version++) {
            QrMatrix blank = new QrMatrix(version);
            QrBlocks blocks = new QrBlocks(version, blank.freeModules() / 8);
            if (blocks.capacity() >= bytes.length) {
                blank.fill(blocks.encode(bytes));
                return Optional.of(bestMask(blank));
            }
        }
        return Optional.empty();
    }

    private static QrCode bestMask(QrMatrix filled) {
        QrMatrix best = filled.masked(0);
        int bestMask = 0;
        int bestPenalty = QrPenalty.of(best);
        for (int mask = 1; mask < 8; mask++) {
            QrMatrix candidate = filled.masked(mask);
            int penalty = QrPenalty.of(candidate);
            if (penalty < bestPenalty) {
                best = candidate;
                bestMask = mask;
                bestPenalty = penalty;
            }
        }
        return new QrCode(best, bestMask);
    }

    /** Modules per side, without the quiet zone of 4 modules that must surround the code. */
    public int size() {
        return matrix.size();
    }

    /** Whether the module in this column and row is dark. */
    public boolean dark(int x, int y) {
        return matrix.dark(x, y);
    }

    /** The version, 1 to 20. */
    int version() {
        return (size() - 17) / 4;
    }

    /** The mask, 0 to 7. */
    int mask() {
        return mask;
    }
}
