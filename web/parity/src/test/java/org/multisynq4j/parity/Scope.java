package org.multisynq4j.parity;

import java.util.ArrayList;
import java.util.List;

/** The local variables that a random program can use where it is being written. */
final class Scope {
    /**
     * A local variable.
     *
     * @param isAssignable the program may change it
     * @param isCapturable a lambda may use it
     */
    record Local(String type, String name, boolean isAssignable, boolean isCapturable) {}

    private final List<Local> locals = new ArrayList<>();
    private int hidden;

    /** What {@link #leave} needs to go back to here. */
    record Mark(int size, int hidden) {}

    Mark enter() {
        return new Mark(locals.size(), hidden);
    }

    void leave(Mark mark) {
        locals.subList(mark.size(), locals.size()).clear();
        hidden = mark.hidden();
    }

    void declare(Local local) {
        locals.add(local);
    }

    /** Of the variables so far, only those that can be captured are seen from now on. */
    void hide() {
        hidden = locals.size();
    }

    List<String> readable(String type) {
        return names(type, false);
    }

    List<String> assignable(String type) {
        return names(type, true);
    }

    private List<String> names(String type, boolean toAssign) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < locals.size(); i++) {
            Local local = locals.get(i);
            boolean isSeen = i >= hidden || local.isCapturable();
            if (isSeen && local.type().equals(type) && (!toAssign || local.isAssignable())) {
                names.add(local.name());
            }
        }
        return names;
    }
}
