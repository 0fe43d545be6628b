package org.multisynq4j.text;

/** Long work that is done a little at a time, so that a thread that also paints can do it. What comes of it does not depend on the portions. */
public interface Portioned {
    /** Goes on with about so many bytes; false once it is done. */
    boolean work(int bytes);
}
