package org.multisynq4j.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multisynq4j.scan.ComparedMembers;

/** The tables of the documentation: for each class of the library the methods that models may use, and what the scan must refuse. */
final class LibraryReport {
    private final Map<String, Set<String>> compared = new TreeMap<>();
    private final Map<String, List<String>> refused = new TreeMap<>();

    LibraryReport(List<LibraryTable> table) {
        for (LibraryTable each : table) {
            if (!each.isAllowed()) {
                refused.computeIfAbsent(each.code(), k -> new ArrayList<>()).add(each.expression());
            }
        }
        ComparedMembers.get().lines().keySet().forEach(this::learn);
    }

    private void learn(String line) {
        int space = line.indexOf(' ');
        if (space < 0 || line.startsWith("java.util.function.") || line.startsWith("java.lang.invoke.")) {
            return;
        }
        String owner = line.substring(line.lastIndexOf('.', space) + 1, space).replace('$', '.');
        String member = line.substring(space + 1).replaceAll("\\(.*", "");
        if (!owner.endsWith("Exception") && !owner.endsWith("Error")) {
            compared.computeIfAbsent(owner, k -> new TreeSet<>()).add(member.equals("<init>") ? "new" : member);
        }
    }

    String table() {
        List<String> lines = new ArrayList<>();
        lines.add("| Class | Methods compared, all equal |");
        lines.add("|---|---|");
        compared.forEach((owner, methods) -> lines.add("| `" + owner + "` | `" + String.join(" ", methods) + "` |"));
        lines.add("");
        lines.add("| Code | Refused, for example |");
        lines.add("|---|---|");
        refused.forEach(
                (code, expressions) -> lines.add("| " + code + " | `" + String.join("`, `", expressions) + "` |"));
        return String.join("\n", lines) + "\n";
    }
}
