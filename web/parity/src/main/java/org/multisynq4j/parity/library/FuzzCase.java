package org.multisynq4j.parity.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** One story: random steps, and what each gave. */
abstract class FuzzCase {
    static final int KEYS = 12;

    private final StringBuilder story = new StringBuilder();
    private int state;

    FuzzCase(int seed) {
        state = seed * 0x9E3779B9 + 1;
    }

    final String story() {
        return story.toString();
    }

    final int next(int bound) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return (state >>> 1) % bound;
    }

    final boolean chance() {
        return next(2) == 0;
    }

    final void tell(int operation, Kit.Step step) {
        story.append(operation).append(": ").append(Kit.show(Kit.fails(step))).append(' ');
    }

    final void state(Object value) {
        story.append("-> ").append(Kit.show(value)).append('\n');
    }

    final int key() {
        return next(KEYS);
    }

    final List<Integer> some() {
        List<Integer> list = new ArrayList<>();
        for (int i = next(4); i > 0; i--) {
            list.add(key());
        }
        return list;
    }

    /** A loop whose body adds to or removes from what it goes through. */
    final void changedWhileIterating(Collection<Integer> all, int operation) {
        int value = key();
        boolean add = chance();
        int most = next(3) + 1;
        tell(operation, () -> {
            int count = 0;
            int passed = 0;
            for (Integer each : all) {
                passed = passed * 31 + each;
                if (each == value && count++ < most) {
                    if (add) {
                        all.add(value + 1);
                    } else {
                        all.remove(each);
                    }
                }
                if (passed == Integer.MIN_VALUE || count > 30) {
                    break;
                }
            }
            return passed;
        });
    }

    final Object visitAndRemove(Iterator<Integer> i) {
        StringBuilder out = new StringBuilder();
        while (i.hasNext()) {
            out.append(i.next()).append(' ');
            if (next(3) == 0) {
                i.remove();
            }
            if (next(20) == 0) {
                i.remove();
            }
        }
        return out.toString();
    }
}
