package org.multisynq4j.data;

/** Data cannot be written as or read from JSON; the message names the path, what is there and what would be right. */
public final class DataException extends IllegalArgumentException {
    /** At a path such as {@code $.lines[3].at}. */
    public DataException(String path, String problem) {
        super(path + ": " + problem);
    }
}
