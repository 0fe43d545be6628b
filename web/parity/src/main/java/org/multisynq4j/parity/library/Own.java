package org.multisynq4j.parity.library;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Classes that inherit from the platform's, as an application writes them. */
public final class Own {
    private Own() {}

    /** 0, 1, 4, 9, … */
    public static final class Squares extends AbstractList<Integer> {
        private final int size;

        public Squares(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException("no square " + index);
            }
            return index * index;
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** The even numbers below a bound. */
    public static final class Evens extends AbstractSet<Integer> {
        private final int bound;

        public Evens(int bound) {
            this.bound = bound;
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Squares((bound + 1) / 2)
                    .stream().map(x -> (int) StrictMath.sqrt(x) * 2).iterator();
        }

        @Override
        public int size() {
            return (bound + 1) / 2;
        }
    }

    /** The letters of a text. */
    public static final class Letters extends AbstractCollection<Character> {
        private final String text;

        public Letters(String text) {
            this.text = text;
        }

        @Override
        public Iterator<Character> iterator() {
            return text.chars().mapToObj(c -> (char) c).iterator();
        }

        @Override
        public int size() {
            return text.length();
        }
    }

    /** Numbers to their cubes. */
    public static final class Cubes extends AbstractMap<Integer, Integer> {
        private final Set<Map.Entry<Integer, Integer>> entries = new LinkedHashSet<>();

        public Cubes(int size) {
            for (int i = 0; i < size; i++) {
                entries.add(Map.entry(i, i * i * i));
            }
        }

        @Override
        public Set<Map.Entry<Integer, Integer>> entrySet() {
            return entries;
        }
    }

    /** Copies itself as {@code Object} does. */
    public static final class Copied implements Cloneable {
        private final int value;

        public Copied(int value) {
            this.value = value;
        }

        public int value() {
            return value;
        }

        /** Another one with the same value. */
        public Copied copy() {
            try {
                return (Copied) clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("it is cloneable");
            }
        }
    }

    /** Counts down, and has no {@code remove} of its own. */
    public static final class Ticks implements Iterator<Integer> {
        private int left;

        public Ticks(int left) {
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Integer next() {
            return left--;
        }
    }

    /** Something that is closed by hand: a resource of a {@code try} needs more than browsers have. */
    public static int closed(AutoCloseable held) {
        try {
            held.close();
            return 1;
        } catch (Exception e) {
            return 2;
        }
    }

    /** A text of spaces, with no method that it need not have. */
    public record Spaces(int length) implements CharSequence {
        @Override
        public char charAt(int index) {
            return ' ';
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Spaces(end - start);
        }

        @Override
        public String toString() {
            return " ".repeat(length);
        }
    }

    /** An error that must be caught. */
    public static final class Checked extends Exception {
        private static final long serialVersionUID = 1;

        public Checked() {}

        public Checked(String message) {
            super(message);
        }

        public Checked(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** An error of nothing else. */
    public static final class Unchecked extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unchecked() {}

        public Unchecked(String message) {
            super(message);
        }

        public Unchecked(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A special kind of the platform's errors. */
    public static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        public Wrong(String message) {
            super(message);
        }
    }

    private static int fail(int how) throws Checked {
        switch (how) {
            case 0 -> throw new Checked();
            case 1 -> throw new Checked("why");
            case 2 -> throw new Checked("why", new Unchecked("because"));
            case 3 -> throw new Unchecked();
            case 4 -> throw new Unchecked("why");
            case 5 -> throw new Unchecked("why", new Checked("because"));
            case 6 -> throw new Wrong("wrong");
            case 7 -> throw (Wrong) new Wrong("wrong").initCause(new Unchecked("cause"));
            case 8 -> throw new AssertionError("not reached");
            case 9 -> throw new AssertionError();
            case 10 -> throw new AssertionError("not reached", new Unchecked());
            default -> {
                return how;
            }
        }
    }

    /** What a handler sees of one's own errors. */
    public static String caught(int how) {
        try {
            return "nothing " + fail(how);
        } catch (Checked e) {
            return "checked " + e.getMessage() + because(e);
        } catch (Wrong e) {
            return "wrong " + e.getMessage() + e.getLocalizedMessage() + because(e);
        } catch (Unchecked e) {
            return "unchecked " + e.getMessage() + because(e);
        } catch (AssertionError e) {
            return "assertion";
        }
    }

    private static String because(Exception e) {
        if (e.getCause() instanceof Unchecked cause) {
            return " because " + cause.getMessage();
        }
        return e.getCause() instanceof Checked cause ? " because of " + cause.getMessage() : "";
    }
}
