package org.multisynq4j.parity.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Things on a grid. */
final class GridToys {
    private GridToys() {}

    /** Conway's cells on a torus. */
    static final class Life extends Toy {
        private static final int SIZE = 24;
        private boolean[][] cells = new boolean[SIZE][SIZE];

        @Override
        void begin() {
            for (boolean[] row : cells) {
                for (int i = 0; i < SIZE; i++) {
                    row[i] = random(3) == 0;
                }
            }
        }

        @Override
        void tick() {
            boolean[][] next = new boolean[SIZE][SIZE];
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    int around = around(i, j);
                    next[i][j] = around == 3 || around == 2 && cells[i][j];
                }
            }
            cells = next;
            mix(Arrays.hashCode(cells[SIZE / 2]));
        }

        private int around(int i, int j) {
            int count = cells[i][j] ? -1 : 0;
            for (int di = -1; di <= 1; di++) {
                for (int dj = -1; dj <= 1; dj++) {
                    count += cells[Math.floorMod(i + di, SIZE)][Math.floorMod(j + dj, SIZE)] ? 1 : 0;
                }
            }
            return count;
        }

        @Override
        void poke(int value) {
            cells[Math.floorMod(value, SIZE)][Math.floorMod(value >> 8, SIZE)] ^= true;
            cells[Math.floorMod(value >> 3, SIZE)][Math.floorMod(value >> 11, SIZE)] |= true;
        }
    }

    /** Rule 110 in a bit set. */
    static final class Rule extends Toy {
        private BitSet row = new BitSet(200);

        @Override
        void begin() {
            row.set(199);
        }

        @Override
        void tick() {
            BitSet next = new BitSet();
            for (int i = 0; i < 200; i++) {
                int three =
                        (row.get((i + 199) % 200) ? 4 : 0) + (row.get(i) ? 2 : 0) + (row.get((i + 1) % 200) ? 1 : 0);
                next.set(i, (110 >> three & 1) != 0);
            }
            row = next;
            mix(row.cardinality());
            mix(row.nextSetBit(50) * 1000 + row.previousClearBit(150));
        }
    }

    /** A* with a tree set for the frontier. */
    static final class Paths extends Toy {
        private static final int SIZE = 16;

        private record Place(int row, int column) {}

        private record Open(Place place, int cost, int guess) {}

        private static final Comparator<Open> ORDER = Comparator.comparingInt(Open::guess)
                .thenComparing(o -> o.place.row)
                .thenComparing(o -> o.place.column)
                .thenComparingInt(Open::cost);

        private final byte[][] walls = new byte[SIZE][SIZE];
        private final List<Place> path = new ArrayList<>();
        private Place target = new Place(SIZE - 1, SIZE - 1);

        @Override
        void tick() {
            walls[random(SIZE)][random(SIZE)] = (byte) random(-1, 2);
            target = new Place(random(SIZE), random(SIZE));
            find(new Place(random(SIZE), random(SIZE)));
            path.forEach(place -> mix(place.row * SIZE + place.column));
        }

        private void find(Place start) {
            Map<Place, Place> from = new LinkedHashMap<>();
            TreeSet<Open> open = new TreeSet<>(ORDER);
            open.add(new Open(start, 0, 0));
            from.put(start, start);
            path.clear();
            while (!open.isEmpty()) {
                Open best = open.pollFirst();
                if (best.place.equals(target)) {
                    for (Place at = target; !at.equals(start); at = from.get(at)) {
                        path.add(at);
                    }
                    Collections.reverse(path);
                    return;
                }
                for (int direction = 0; direction < 4; direction++) {
                    int row = best.place.row + (direction - 1) % 2;
                    int column = best.place.column + (direction - 2) % 2;
                    if (row < 0 || column < 0 || row >= SIZE || column >= SIZE || walls[row][column] > 0) {
                        continue;
                    }
                    Place next = new Place(row, column);
                    if (from.putIfAbsent(next, best.place) == null) {
                        int far = Math.abs(row - target.row) + Math.abs(column - target.column);
                        open.add(new Open(next, best.cost + 1, best.cost + 1 + far));
                    }
                }
            }
        }
    }

    /** Fills regions of an image. */
    static final class Flood extends Toy {
        private final int[] pixels = new int[20 * 20];

        @Override
        void tick() {
            int at = random(400);
            int old = pixels[at];
            int colour = (old * 7 + random(5)) & 0xFFFFFF;
            Deque<Integer> waiting = new ArrayDeque<>();
            waiting.push(at);
            int filled = 0;
            while (!waiting.isEmpty() && filled < 90) {
                int next = waiting.poll();
                if (pixels[next] == old && colour != old) {
                    pixels[next] = colour;
                    filled++;
                    if (next % 20 > 0) {
                        waiting.addLast(next - 1);
                    }
                    if (next % 20 < 19) {
                        waiting.addFirst(next + 1);
                    }
                    if (next >= 20) {
                        waiting.offer(next - 20);
                    }
                    if (next < 380) {
                        waiting.offerFirst(next + 20);
                    }
                }
            }
            mix(filled);
            mix(Arrays.hashCode(pixels));
        }
    }

    /** Digs mazes by a walk with a stack. */
    static final class Maze extends Toy {
        private static final int SIZE = 21;
        private char[][] map = {};
        private Deque<int[]> trail = new ArrayDeque<>();
        private int mazes;

        @Override
        void tick() {
            if (trail.isEmpty()) {
                mazes++;
                map = new char[SIZE][SIZE];
                for (char[] row : map) {
                    Arrays.fill(row, '#');
                }
                trail.push(new int[] {1, 1});
            }
            for (int i = 0; i < 5 && !trail.isEmpty(); i++) {
                dig(trail.peek());
            }
            mix(mazes);
            mix(String.valueOf(map[SIZE / 2]));
        }

        private void dig(int[] at) {
            List<int[]> ways = new ArrayList<>();
            for (int[] way : new int[][] {{0, 2}, {2, 0}, {0, -2}, {-2, 0}}) {
                int row = at[0] + way[0];
                int column = at[1] + way[1];
                if (row > 0 && column > 0 && row < SIZE && column < SIZE && map[row][column] == '#') {
                    ways.add(way);
                }
            }
            if (ways.isEmpty()) {
                trail.pop();
                return;
            }
            shuffle(ways);
            int[] way = ways.get(0);
            map[at[0] + way[0] / 2][at[1] + way[1] / 2] = ' ';
            map[at[0] + way[0]][at[1] + way[1]] = ' ';
            trail.push(new int[] {at[0] + way[0], at[1] + way[1]});
        }
    }

    /** Pieces that follow rules like those of chess: knights, rooks and pawns that capture. */
    static final class Board extends Toy {
        private enum Kind {
            PAWN(1) {
                @Override
                boolean mayGo(int rows, int columns) {
                    return rows == 1 && columns == 0;
                }
            },
            KNIGHT(3) {
                @Override
                boolean mayGo(int rows, int columns) {
                    return Math.abs(rows * columns) == 2;
                }
            },
            ROOK(5) {
                @Override
                boolean mayGo(int rows, int columns) {
                    return (rows == 0) != (columns == 0);
                }
            };

            private final int worth;

            Kind(int worth) {
                this.worth = worth;
            }

            abstract boolean mayGo(int rows, int columns);
        }

        private record Piece(Kind kind, boolean white) {}

        private final Piece[][] board = new Piece[8][8];
        private boolean whiteMoves = true;
        private int score;

        @Override
        void begin() {
            for (int i = 0; i < 8; i++) {
                board[0][i] = new Piece(i % 2 == 0 ? Kind.ROOK : Kind.KNIGHT, true);
                board[1][i] = new Piece(Kind.PAWN, true);
                board[7][i] = new Piece(Kind.values()[i % 3], false);
            }
        }

        @Override
        void tick() {
            List<int[]> moves = new ArrayList<>();
            for (int from = 0; from < 64; from++) {
                Piece piece = board[from / 8][from % 8];
                for (int to = 0; piece != null && piece.white == whiteMoves && to < 64; to++) {
                    Piece taken = board[to / 8][to % 8];
                    int rows = (to / 8 - from / 8) * (piece.white ? 1 : -1);
                    if (piece.kind.mayGo(rows, to % 8 - from % 8) && (taken == null || taken.white != piece.white)) {
                        moves.add(new int[] {from, to, taken == null ? 0 : taken.kind.worth});
                    }
                }
            }
            moves.sort(Comparator.comparingInt((int[] move) -> -move[2]));
            if (!moves.isEmpty()) {
                play(moves.get(random(Math.min(4, moves.size()))));
            }
            whiteMoves = !whiteMoves;
            mix(score + moves.size() * 100);
        }

        private void play(int[] move) {
            Piece piece = board[move[0] / 8][move[0] % 8];
            score += whiteMoves ? move[2] : -move[2];
            board[move[0] / 8][move[0] % 8] = null;
            board[move[1] / 8][move[1] % 8] = move[1] / 8 % 7 == 0 ? new Piece(Kind.KNIGHT, piece.white) : piece;
            if (move[2] > 0) {
                board[random(8)][random(8)] = new Piece(Kind.PAWN, random(2) == 0);
            }
        }
    }
}
