package org.multisynq4j.parity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.multisynq4j.parity.library.Fuzz;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The tables of the documentation: for each class of the library the methods that the expressions compare, and what the scan must refuse. */
final class LibraryReport {
    private static final List<String> RANDOM_USES =
            List.of("FuzzCase", "FuzzLists", "FuzzDeques", "FuzzMaps", "FuzzEnumMaps", "FuzzSets", "FuzzText");

    private final Map<String, Set<String>> compared = new TreeMap<>();
    private final Map<String, List<String>> refused = new TreeMap<>();

    LibraryReport(List<LibraryTable> table, Path directory) throws IOException {
        for (LibraryTable each : table) {
            if (each.isAllowed()) {
                learnAll(Files.readAllBytes(directory.resolve(each.valueName().replace('.', '/') + ".class")));
            } else {
                refused.computeIfAbsent(each.code(), k -> new ArrayList<>()).add(each.expression());
            }
        }
        for (String each : RANDOM_USES) {
            learnAll(each);
        }
    }

    /** The uses at random are in classes of their own. */
    private void learnAll(String name) throws IOException {
        try (InputStream in = Fuzz.class.getResourceAsStream(name + ".class")) {
            learnAll(in.readAllBytes());
        }
    }

    private void learnAll(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
        for (MethodNode method : node.methods) {
            method.instructions.forEach(this::learn);
        }
    }

    private void learn(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            learn(call.owner, call.name);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            for (Object argument : dynamic.bsmArgs) {
                if (argument instanceof Handle handle) {
                    learn(handle.getOwner(), handle.getName());
                }
            }
        }
    }

    private void learn(String owner, String name) {
        if (owner.startsWith("java/") && !owner.startsWith("java/util/function/")) {
            String simple = owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.');
            compared.computeIfAbsent(simple, k -> new TreeSet<>()).add(name.equals("<init>") ? "new" : name);
        }
    }

    String table() {
        List<String> lines = new ArrayList<>();
        lines.add("| Class | Methods compared, all equal |");
        lines.add("|---|---|");
        compared.forEach((owner, methods) -> {
            if (!owner.equals("Object") && !owner.endsWith("Exception") && !owner.endsWith("Error")) {
                lines.add("| `" + owner + "` | " + methods.stream().collect(Collectors.joining(" ", "`", "`")) + " |");
            }
        });
        lines.add("");
        lines.add("| Code | Refused, for example |");
        lines.add("|---|---|");
        refused.forEach((code, expressions) -> lines.add(
                "| " + code + " | " + expressions.stream().collect(Collectors.joining("`, `", "`", "`")) + " |"));
        return String.join("\n", lines) + "\n";
    }
}
