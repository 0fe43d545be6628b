package org.multisynq4j.parity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The expressions of {@code library.txt}: one a line, those that the scan must refuse after their code and a bar; {@code ⏎} stands for a line end.
 *
 * @param section the heading above it
 * @param code what the scan must answer; empty if it must accept, and all targets agree
 */
record LibraryTable(int number, String section, String code, String expression) {
    private static final String IMPORTS = """
            package library;
            import static org.multisynq4j.parity.library.Kit.*;
            import java.math.*;
            import java.nio.charset.StandardCharsets;
            import java.time.Duration;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;
            import org.multisynq4j.model.*;
            import org.multisynq4j.parity.library.Fuzz;
            import org.multisynq4j.parity.library.FuzzText;
            import org.multisynq4j.parity.library.Hashing;
            import org.multisynq4j.parity.library.Kit;
            import org.multisynq4j.parity.library.Kit.*;
            import org.multisynq4j.parity.library.Own;
            import org.multisynq4j.parity.library.Own.*;
            import org.multisynq4j.text.Text;
            """;

    static List<LibraryTable> read() throws IOException {
        List<LibraryTable> all = new ArrayList<>();
        String section = "";
        try (InputStream in = LibraryTable.class.getResourceAsStream("library.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("# ")) {
                    section = line.substring(2);
                } else if (!line.isBlank()) {
                    boolean refused = line.startsWith("M4J");
                    String code = refused ? line.substring(0, line.indexOf(' ')) : "";
                    String expression = refused ? line.substring(line.indexOf('|') + 2) : line;
                    all.add(new LibraryTable(all.size(), section, code, expression.replace('⏎', '\n')));
                }
            }
        }
        return all;
    }

    boolean isAllowed() {
        return code.isEmpty();
    }

    /** The model of an expression that the scan must refuse. */
    String modelName() {
        return "library.Model" + number;
    }

    String valueName() {
        return "library.Value" + number;
    }

    /** A model that does nothing but this, for the scan. */
    private String model() {
        return IMPORTS + "final class Model" + number
                + " extends Model { @Override protected void init(Options o, Persisted p) { Kit.keep(" + expression
                + "); } }\n";
    }

    private String value() {
        return IMPORTS + "final class Value" + number + " { static Object value() { return " + expression + "; } }\n";
    }

    /**
     * All sources: a model for each expression that must be refused, one model {@code library.Allowed} with all others, and {@code library.Main} that prints their
     * values.
     */
    static Map<String, String> sources(List<LibraryTable> table) {
        Map<String, String> sources = new LinkedHashMap<>();
        StringBuilder main = new StringBuilder(
                IMPORTS + "public final class Main { public static void main(String[] arguments) {\n");
        StringBuilder model = new StringBuilder(IMPORTS
                + "final class Allowed extends Model { @Override protected void init(Options o, Persisted p) {\n");
        for (LibraryTable each : table) {
            if (each.isAllowed()) {
                sources.put(each.valueName(), each.value());
                model.append("Kit.keep(Value" + each.number + ".value());\n");
                main.append("System.out.println(\"" + each.number + " \" + Kit.show(Kit.fails(Value" + each.number
                        + "::value)));\n");
            } else {
                sources.put(each.modelName(), each.model());
            }
        }
        sources.put("library.Main", main.append("} }\n").toString());
        sources.put("library.Allowed", model.append("} }\n").toString());
        return sources;
    }
}
