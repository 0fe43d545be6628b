package org.multisynq4j.parity.programs;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.multisynq4j.parity.Program;
import org.multisynq4j.parity.Trace;

/** Shortest paths over a grid whose costs change. */
final class Paths implements Program {
    private static final int SIZE = 16;

    private record Cell(int x, int y) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return Comparator.comparingInt(Cell::y).thenComparingInt(Cell::x).compare(this, other);
        }
    }

    private record Reached(double cost, Cell cell) {}

    private final double[][] costs = new double[SIZE][SIZE];

    @Override
    public void step(int number, Trace trace) {
        costs[number * 7 % SIZE][number * 11 % SIZE] = 1 + number % 13 / 3.0;
        Map<Cell, Double> best = new LinkedHashMap<>();
        TreeSet<Reached> open =
                new TreeSet<>(Comparator.comparingDouble(Reached::cost).thenComparing(Reached::cell));
        Cell goal = new Cell(SIZE - 1, number % SIZE);
        open.add(new Reached(0, new Cell(0, 0)));
        while (!open.isEmpty()) {
            Reached next = open.pollFirst();
            if (best.containsKey(next.cell())) {
                continue;
            }
            best.put(next.cell(), next.cost());
            if (next.cell().equals(goal)) {
                break;
            }
            for (int i = 0; i < 4; i++) {
                int x = next.cell().x() + (i == 0 ? 1 : i == 1 ? -1 : 0);
                int y = next.cell().y() + (i == 2 ? 1 : i == 3 ? -1 : 0);
                if (x >= 0 && y >= 0 && x < SIZE && y < SIZE) {
                    open.add(new Reached(next.cost() + 0.1 + costs[y][x], new Cell(x, y)));
                }
            }
        }
        best.forEach((cell, cost) -> {
            trace.put(cell.x() * SIZE + cell.y());
            trace.put(cost);
        });
    }
}
