package org.multisynq4j.parity;

import java.util.ArrayList;
import java.util.List;

/** Compares what the programs of a {@link Runner} print in two places. */
record Disagreements(Place here, Place there) {
    private static final int EXPLAINED = 5;

    /**
     * For each program that parts, name and step; for the first few of them also which value of the step is the first that differs.
     *
     * @param expected what was printed here
     */
    List<String> find(List<String> expected, String... arguments) throws Exception {
        List<String> actual = there.run(arguments);
        List<String> found = new ArrayList<>();
        String last = "";
        for (int i = 0; i < expected.size(); i++) {
            String[] should = expected.get(i).split(" ");
            String[] is = (i < actual.size() ? actual.get(i) : "").split(" ", 3);
            if (is.length < 3 || !is[0].equals(should[0]) || !is[1].equals(should[1])) {
                found.add(should[0] + " prints no steps until " + should[1] + ", but " + String.join(" ", is));
                break;
            }
            if (!is[2].equals(should[2]) && !last.equals(should[0])) {
                last = should[0];
                int step = firstStep(Integer.parseInt(should[1]), should[2], is[2]);
                found.add(last + ", step " + step + (found.size() < EXPLAINED ? ": " + value(last, step) : ""));
            }
        }
        if (actual.size() > expected.size()) {
            found.add("more is printed: " + actual.get(expected.size()));
        }
        return found;
    }

    private static int firstStep(int last, String should, String is) {
        int step = last - should.length() / Runner.DIGITS + 1;
        int at = 0;
        while (step < last && should.regionMatches(at, is, at, Runner.DIGITS)) {
            at += Runner.DIGITS;
            step++;
        }
        return step;
    }

    private String value(String program, int step) throws Exception {
        String[] look = {"look", program, Integer.toString(step)};
        List<String> expected = here.run(look);
        List<String> actual = there.run(look);
        for (int i = 0; i < expected.size(); i++) {
            String is = i < actual.size() ? actual.get(i) : "nothing";
            if (!is.equals(expected.get(i))) {
                return "value " + i + " is " + is + " instead of " + expected.get(i);
            }
        }
        return actual.size() > expected.size()
                ? "value " + expected.size() + " is " + actual.get(expected.size()) + " instead of nothing"
                : "no value differs when only this program runs, and only to this step";
    }
}
