package org.multisynq4j.parity.programs;

import org.multisynq4j.parity.Program;
import org.multisynq4j.parity.Trace;

/** The game of life on a torus, with cells as bits and as bytes. */
final class Life implements Program {
    private static final int SIZE = 48;
    private byte[][] cells = new byte[SIZE][SIZE];

    Life() {
        int seed = 12345;
        for (byte[] row : cells) {
            for (int x = 0; x < SIZE; x++) {
                seed = seed * 1103515245 + 12345;
                row[x] = (byte) (seed >>> 30 & 1);
            }
        }
    }

    @Override
    public void step(int number, Trace trace) {
        byte[][] next = new byte[SIZE][SIZE];
        for (int y = 0; y < SIZE; y++) {
            long bits = 0;
            for (int x = 0; x < SIZE; x++) {
                int neighbours = -cells[y][x];
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        neighbours += cells[Math.floorMod(y + dy, SIZE)][Math.floorMod(x + dx, SIZE)];
                    }
                }
                next[y][x] = (byte) (neighbours == 3 || neighbours == 2 && cells[y][x] == 1 ? 1 : 0);
                bits = bits << 1 | next[y][x];
            }
            trace.put(bits);
        }
        cells = next;
    }
}
