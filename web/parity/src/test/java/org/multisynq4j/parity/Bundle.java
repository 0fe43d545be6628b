package org.multisynq4j.parity;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.backend.wasm.render.WasmBinaryVersion;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/** A main class compiled for a browser, with the settings of the real bundles, and a page that runs it. */
record Bundle(Path directory, Target target) {
    /** Where the page's script takes the main class's arguments from. */
    static final String ARGUMENTS = "new URLSearchParams(self.location.search).getAll('arg')";

    enum Target {
        JS,
        WASM
    }

    /** The compiler refused the program; the message lists its problems, one a line. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String problems) {
            super(problems);
        }
    }

    static Bundle compile(Class<?> main, Target target) throws IOException {
        return compile(main.getName(), Bundle.class.getClassLoader(), target);
    }

    /** The same with names that profiles can show, which is slower or faster now and then. */
    static Bundle readable(Class<?> main, Target target) throws IOException {
        return compile(main.getName(), Bundle.class.getClassLoader(), target, false);
    }

    /** Compiles classes that another loader has. */
    static Bundle compile(String mainClass, ClassLoader loader, Target target) throws IOException {
        return compile(mainClass, loader, target, true);
    }

    private static Bundle compile(String mainClass, ClassLoader loader, Target target, boolean minified)
            throws IOException {
        Path directory = Files.createTempDirectory("parity-" + target);
        TeaVMTool tool = new TeaVMTool();
        tool.setMainClass(mainClass);
        tool.setClassLoader(loader);
        tool.setTargetDirectory(directory.toFile());
        tool.setTargetType(target == Target.JS ? TeaVMTargetType.JAVASCRIPT : TeaVMTargetType.WEBASSEMBLY_GC);
        tool.setTargetFileName(target == Target.JS ? "app.js" : "app.wasm");
        tool.setJsModuleType(JSModuleType.ES2015);
        tool.setWasmVersion(WasmBinaryVersion.V_0x1);
        tool.setObfuscated(minified);
        tool.setStrict(true);
        tool.setSourceMapsFileGenerated(true);
        tool.setAssertionsRemoved(true);
        tool.getProperties().setProperty("multisynq4j.worker", "false"); // no program here joins a session
        tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        tool.setLog(new ConsoleTeaVMToolLog(false));
        try {
            tool.generate();
        } catch (TeaVMToolException e) {
            throw new IllegalStateException("TeaVM failed on " + mainClass, e);
        }
        String problems = tool.getProblemProvider().getProblems().stream()
                .map(Bundle::text)
                .collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        Bundle bundle = new Bundle(directory, target);
        bundle.writePage();
        return bundle;
    }

    private static String text(Problem problem) {
        DefaultProblemTextConsumer consumer = new DefaultProblemTextConsumer();
        problem.render(consumer);
        var at = problem.getLocation();
        return consumer.getText() + (at == null ? "" : " at " + at.getMethod() + " " + at.getSourceLocation());
    }

    /** The part of the page's address that carries the main class's arguments. */
    static String query(String... arguments) {
        return Stream.of(arguments)
                .map(argument -> "arg=" + URLEncoder.encode(argument, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** What a server tells of a bundle's file with this name. */
    static String mediaType(String name) {
        return name.endsWith(".html") ? "text/html" : name.endsWith(".js") ? "text/javascript" : "application/wasm";
    }

    private void writePage() throws IOException {
        String run = target == Target.JS
                ? "(await import('./app.js')).main(args);"
                : "const {load} = await import('./runtime.js'); (await load('./app.wasm')).exports.main(args);";
        if (target == Target.WASM) {
            try (var in = Bundle.class.getResourceAsStream("/org/teavm/backend/wasm/wasm-gc-module-runtime.min.js")) {
                Files.write(directory.resolve("runtime.js"), in.readAllBytes());
            }
        }
        String main = "self.began = true; const args = " + ARGUMENTS + "; try {" + run
                + "} catch (e) { console.log('UNCAUGHT ' + e); throw e; } finally { console.log('END'); }";
        Files.writeString(directory.resolve("main.js"), main, StandardCharsets.UTF_8);
        String page = "<!doctype html><script>window.onerror = e => console.log('UNCAUGHT ' + e);"
                + "window.onunhandledrejection = e => console.log('UNCAUGHT ' + e.reason)</script>"
                + "<script type=module>if (location.hash == '#worker') {"
                + "new Worker('./main.js' + location.search, {type: 'module'}); } else { import('./main.js')"
                + ".catch(e => { if (!self.began) { console.log('UNCAUGHT ' + e); console.log('END'); } }); }"
                + "</script>";
        Files.writeString(directory.resolve("index.html"), page, StandardCharsets.UTF_8);
    }
}
