package org.multisynq4j.teavm.library;

import java.util.Iterator;

/** Of {@code Iterator}: removal, which every class must have in TeaVM's library, so that a call of a class without it ended the page. */
public final class IteratorRepairs {
    private IteratorRepairs() {}

    public static void remove(Iterator<?> self) {
        throw new UnsupportedOperationException("remove");
    }
}
