package org.multisynq4j.server.cli;

import picocli.CommandLine;

/**
 * Ids are base64url, and one in 64 begins with a dash, as options do. Marks them before the command line is read, and takes the mark off again, so that they are
 * words like others.
 */
public final class DashedIds extends CommandLine {
    private static final String ID = "-[A-Za-z0-9_-]{42}";

    /** No argument of a process contains it. */
    private static final String MARK = "\0";

    /** @param command the root of all commands */
    public DashedIds(Object command) {
        super(command);
        registerConverter(String.class, text -> text.startsWith(MARK) ? text.substring(1) : text);
    }

    @Override
    public int execute(String... arguments) {
        String[] marked = arguments.clone();
        for (int i = 0; i < marked.length; i++) {
            marked[i] = marked[i].matches(ID) ? MARK + marked[i] : marked[i];
        }
        return super.execute(marked);
    }
}
