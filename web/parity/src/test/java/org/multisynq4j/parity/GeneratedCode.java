package org.multisynq4j.parity;

import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.multisynq4j.model.Model;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.scan.Problem;

/**
 * Generated programs, compiled, and a main class that runs them.
 *
 * @param refused programs that are left out: some combinations with patterns make the compiler of JDK 17 fail, or write classes that do not pass the verifier
 */
record GeneratedCode(Compiled compiled, List<String> refused) implements AutoCloseable {
    static final String MAIN = "Main";
    private static final String MODEL = "ProgramsModel";

    static GeneratedCode of(Map<String, String> sources) throws Exception {
        TreeSet<String> refused = new TreeSet<>();
        while (true) {
            Map<String, String> accepted = new LinkedHashMap<>(sources);
            accepted.keySet().removeAll(refused);
            Set<String> bad;
            try {
                Compiled compiled = Compiled.of(withMain(accepted));
                bad = invalid(compiled, accepted.keySet());
                if (bad.isEmpty()) {
                    return new GeneratedCode(compiled, List.copyOf(refused));
                }
                compiled.close();
            } catch (IllegalStateException e) {
                bad = refusedOf(accepted);
            }
            System.out.println("javac cannot compile " + bad);
            refused.addAll(bad);
        }
    }

    /** Finds what the compiler refuses, by halves. */
    private static Set<String> refusedOf(Map<String, String> sources) throws Exception {
        try {
            Compiled.of(sources).close();
            return Set.of();
        } catch (IllegalStateException e) {
            if (sources.isEmpty()) {
                throw new IllegalStateException("javac compiles none of the programs", e);
            }
            if (sources.size() == 1) {
                return sources.keySet();
            }
            Map<String, String> first = new LinkedHashMap<>();
            Map<String, String> second = new LinkedHashMap<>();
            sources.forEach((name, source) -> (first.size() < sources.size() / 2 ? first : second).put(name, source));
            Set<String> refused = new TreeSet<>(refusedOf(first));
            refused.addAll(refusedOf(second));
            return refused;
        }
    }

    private static Set<String> invalid(Compiled compiled, Set<String> names) throws ReflectiveOperationException {
        Set<String> invalid = new TreeSet<>();
        for (String name : names) {
            try {
                compiled.loader().loadClass(name).getConstructor().newInstance();
            } catch (VerifyError e) {
                invalid.add(name);
            }
        }
        return invalid;
    }

    private static Map<String, String> withMain(Map<String, String> sources) {
        StringBuilder main = new StringBuilder("import java.util.*;\nimport org.multisynq4j.parity.*;\n");
        main.append("public final class Main {\n    public static void main(String[] args) {\n");
        main.append("        Map<String, java.util.function.Supplier<Program>> all = new LinkedHashMap<>();\n");
        sources.keySet().forEach(name -> main.append("        all.put(\"" + name + "\", " + name + "::new);\n"));
        main.append("        Runner.run(args, all);\n    }\n}\n");
        Map<String, String> all = new LinkedHashMap<>(sources);
        all.put(MAIN, main.toString());
        all.put(MODEL, model(sources.keySet()));
        return all;
    }

    private static String model(Set<String> programs) {
        StringBuilder model = new StringBuilder("import org.multisynq4j.model.*;\nimport org.multisynq4j.parity.*;\n");
        model.append("public final class " + MODEL + " extends Model {\n");
        model.append("    @Override protected void init(Options options, Persisted persisted) {\n");
        programs.forEach(name -> model.append("        new " + name + "().step(1, new Trace());\n"));
        return model.append("    }\n}\n").toString();
    }

    /** What the scan would refuse of the programs, if a model ran them. */
    Set<Problem> problems() throws ClassNotFoundException {
        return ModelScan.of(compiled.loader().loadClass(MODEL).asSubclass(Model.class))
                .problems();
    }

    Class<?> main() throws ClassNotFoundException {
        return compiled.loader().loadClass(MAIN);
    }

    /** For another JVM. */
    String classPath() {
        return compiled.directory() + File.pathSeparator + System.getProperty("java.class.path");
    }

    @Override
    public void close() throws IOException {
        compiled.close();
    }
}
