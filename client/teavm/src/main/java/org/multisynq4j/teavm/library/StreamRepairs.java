package org.multisynq4j.teavm.library;

import java.util.Optional;
import java.util.stream.Stream;

/** Of the superclass of TeaVM's streams. */
public final class StreamRepairs {
    private StreamRepairs() {}

    /** TeaVM passes over null, which is an error. */
    public static Optional<?> findFirst(Stream<?> self) {
        Object[] found = new Object[1];
        boolean any = self.anyMatch(each -> {
            found[0] = each;
            return true;
        });
        return any ? Optional.of(found[0]) : Optional.empty();
    }
}
