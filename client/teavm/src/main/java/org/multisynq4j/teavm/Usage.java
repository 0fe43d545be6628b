package org.multisynq4j.teavm;

import java.util.ArrayList;
import java.util.List;
import org.teavm.common.Graph;
import org.teavm.model.Program;
import org.teavm.model.optimization.VariableEscapeAnalyzer;
import org.teavm.model.optimization.VariableUsageGraphBuilder;

/** Which variables of a program TeaVM keeps: those that something is done with, and those from which these are computed. By index. */
final class Usage {
    private Usage() {}

    static boolean[] of(Program program) {
        return withParameters(program, -1);
    }

    /** As if the parameters, and {@code this}, were used anyway. */
    static boolean[] withParameters(Program program, int parameters) {
        Graph needs = VariableUsageGraphBuilder.build(program);
        boolean[] used = VariableEscapeAnalyzer.findEscapingVariables(program).clone();
        List<Integer> waiting = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            used[i] |= i <= parameters;
            if (used[i]) {
                waiting.add(i);
            }
        }
        while (!waiting.isEmpty()) {
            int next = waiting.remove(waiting.size() - 1);
            for (int needed : needs.incomingEdges(next)) {
                if (!used[needed]) {
                    used[needed] = true;
                    waiting.add(needed);
                }
            }
        }
        return used;
    }
}
