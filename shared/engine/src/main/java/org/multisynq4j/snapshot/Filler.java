package org.multisynq4j.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts elements into collections in the order they had. */
final class Filler {
    private final KeyGuard keyGuard;

    Filler(KeyGuard keyGuard) {
        this.keyGuard = keyGuard;
    }

    static Object newSorted(int tag, Object comparator) {
        if (comparator != null && !(comparator instanceof Comparator)) {
            throw new SnapshotException("A " + comparator.getClass().getName()
                    + " is stored in place of a comparator: the data is damaged.");
        }
        @SuppressWarnings("unchecked")
        Comparator<Object> order = (Comparator<Object>) comparator;
        return tag == Tag.TREE_MAP ? new TreeMap<>(order) : new TreeSet<>(order);
    }

    @SuppressWarnings("unchecked")
    void fill(DecoderFrame frame) {
        if (Tag.isMap(frame.tag)) {
            fillMap(frame, (Map<Object, Object>) frame.target);
        } else {
            fillCollection(frame, (Collection<Object>) frame.target);
        }
    }

    private void fillMap(DecoderFrame frame, Map<Object, Object> map) {
        for (int i = frame.firstElement(); i < frame.size; i += 2) {
            checkKey(frame, frame.items[i]);
            map.put(frame.items[i], frame.items[i + 1]);
        }
        checkSize(map.size(), (frame.size - frame.firstElement()) / 2);
    }

    private void fillCollection(DecoderFrame frame, Collection<Object> collection) {
        if (frame.target instanceof ArrayList<?> list) {
            list.ensureCapacity(frame.size);
            for (Object item : frame.items) {
                collection.add(item);
            }
            return;
        }
        if (frame.tag == Tag.LINKED_LIST) {
            collection.addAll(Arrays.asList(frame.items));
            return;
        }
        for (int i = frame.firstElement(); i < frame.size; i++) {
            checkKey(frame, frame.items[i]);
            collection.add(frame.items[i]);
        }
        checkSize(collection.size(), frame.size - frame.firstElement());
    }

    /** What the collections check themselves on some platforms only. */
    private void checkKey(DecoderFrame frame, Object key) {
        switch (frame.tag) {
            case Tag.ENUM_MAP, Tag.ENUM_SET:
                if (key == null || !TypeCheck.fits(frame.type.type, key)) {
                    throw damaged("an element is not one of enum " + frame.type.name);
                }
                break;
            case Tag.TREE_MAP, Tag.TREE_SET:
                if (frame.items[0] == null && !(key instanceof Comparable)) {
                    throw damaged("a key of a sorted collection is not comparable");
                }
                keyGuard.check(key);
                break;
            case Tag.ARRAY_DEQUE:
                if (key == null) {
                    throw damaged("an ArrayDeque has a null element");
                }
                break;
            default:
                keyGuard.check(key);
        }
    }

    private static void checkSize(int actual, int expected) {
        if (actual != expected) {
            throw damaged("a collection of " + expected + " elements has only " + actual + " different ones");
        }
    }

    private static SnapshotException damaged(String reason) {
        return new SnapshotException("Damaged data: " + reason + ". Fetch it again, or use an older copy.");
    }
}
