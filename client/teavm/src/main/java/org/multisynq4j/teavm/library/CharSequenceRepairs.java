package org.multisynq4j.teavm.library;

/** Of {@code CharSequence}: what TeaVM's library expects every class to have. */
public final class CharSequenceRepairs {
    private CharSequenceRepairs() {}

    public static boolean isEmpty(CharSequence self) {
        return self.length() == 0;
    }
}
