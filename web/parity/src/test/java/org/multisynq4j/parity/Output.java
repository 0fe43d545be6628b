package org.multisynq4j.parity;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What programs print on the JVM, and how it differs from what they print elsewhere. */
final class Output {
    private Output() {}

    /** The lines that a main class prints. */
    static List<String> onJvm(Class<?> main) throws ReflectiveOperationException {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            main.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            throw new AssertionError(main.getName() + " failed on the JVM", e.getCause());
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** Of each program (the first word of a line) the first line that differs. */
    static List<String> differences(List<String> expected, List<String> actual) {
        List<String> differences = new ArrayList<>();
        String reported = "";
        for (int i = 0; i < expected.size(); i++) {
            String is = i < actual.size() ? actual.get(i) : "nothing";
            String program = expected.get(i).split(" ")[0];
            if (!is.equals(expected.get(i)) && !program.equals(reported)) {
                differences.add(is + " instead of " + expected.get(i));
                reported = program;
            }
        }
        if (actual.size() > expected.size()) {
            differences.add(actual.get(expected.size()) + " instead of nothing");
        }
        return differences;
    }
}
