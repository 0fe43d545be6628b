package corpus.bad;

import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Spliterator;
import java.util.stream.IntStream;
import org.multisynq4j.model.Model;

/** What no rule refuses, and what nobody has compared. */
final class Uncompared {
    static class Methods extends Model {
        private final List<Integer> numbers = new ArrayList<>();

        boolean step() {
            Spliterator<Integer> parts = numbers.spliterator(); // expect M4J134
            return parts.tryAdvance(this::log) // expect M4J134
                    && new StringBuilder("x").capacity() > 0; // expect M4J134
        }

        private void log(int number) {
            log("number " + number);
        }
    }

    static class References extends Model {
        List<Spliterator<Integer>> step(List<List<Integer>> lists) {
            return lists.stream().map(List::spliterator).toList(); // expect M4J134
        }
    }

    static class Types extends Model {
        boolean step(Object value) {
            return value instanceof Cloneable; // expect M4J134
        }

        boolean step(List<?> values) {
            try {
                return ((ListIterator<?>) values.iterator()).hasPrevious();
            } catch (IllegalMonitorStateException e) { // expect M4J134
                return false;
            }
        }
    }

    static class Texts extends Model {
        String step() {
            return "" + IntStream.of(1).summaryStatistics(); // expect M4J134
        }
    }

    static class Causes extends Model {
        void step() {
            try {
                log("step");
            } catch (IllegalStateException e) {
                throw new RuntimeException(e); // expect M4J134
            }
        }
    }

    static class Inherits extends Model {
        private final OneAtATime line = new OneAtATime();

        int step() {
            return line.size();
        }
    }

    private static final class OneAtATime extends AbstractQueue<Integer> {
        private final List<Integer> all = new ArrayList<>();

        private OneAtATime() {
            super(); // expect M4J134
        }

        @Override
        public Iterator<Integer> iterator() {
            return all.iterator();
        }

        @Override
        public int size() {
            return all.size();
        }

        @Override
        public boolean offer(Integer number) {
            return all.add(number);
        }

        @Override
        public Integer poll() {
            return all.remove(0);
        }

        @Override
        public Integer peek() {
            return all.get(0);
        }
    }

    /** Nothing but the identity is behind it. */
    static class Identities extends Model {
        private int number;

        @Override
        public String toString() {
            return super.toString() + number; // expect M4J108
        }
    }
}
