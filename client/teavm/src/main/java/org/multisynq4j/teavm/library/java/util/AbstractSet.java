package org.multisynq4j.teavm.library.java.util;

import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import org.multisynq4j.teavm.library.Substitute;

/** What every set has. */
@Substitute
public abstract class AbstractSet<E> extends AbstractCollection<E> implements Set<E> {
    protected AbstractSet() {}

    @Override
    public boolean equals(Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof Set<?> set) || set.size() != size()) {
            return false;
        }
        try {
            return containsAll(set);
        } catch (ClassCastException | NullPointerException e) {
            return false;
        }
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (E each : this) {
            hash += Objects.hashCode(each);
        }
        return hash;
    }

    /** The smaller one is gone through, which matters where the two differ about what is equal. */
    @Override
    public boolean removeAll(Collection<?> other) {
        Objects.requireNonNull(other);
        boolean changed = false;
        if (size() > other.size()) {
            for (Object each : other) {
                changed |= remove(each);
            }
        } else {
            for (Iterator<E> i = iterator(); i.hasNext(); ) {
                if (other.contains(i.next())) {
                    i.remove();
                    changed = true;
                }
            }
        }
        return changed;
    }
}
