package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.browser.SessionPage;
import org.multisynq4j.model.Model;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/** Makes browser programs while a test runs, as somebody who changed something and builds again. */
final class PageCompiler {
    private static final String RUNTIME = "org/teavm/backend/wasm/wasm-gc-module-runtime.min.js";

    private PageCompiler() {}

    /** Java sources to classes; they may use models, the client and the DOM. */
    static void toClasses(Path classes, List<Path> sources) throws URISyntaxException {
        Set<String> classPath = new LinkedHashSet<>();
        for (Class<?> known : List.of(Model.class, Join.class, SessionPage.class, JSBody.class, HTMLElement.class)) {
            classPath.add(Path.of(known.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-proc:none", "-d", classes.toString()));
        arguments.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
        sources.forEach(source -> arguments.add(source.toString()));
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).isZero();
    }

    /** Classes to {@code app.js} in that directory. */
    static void toProgram(ClassLoader classes, String mainClass, Path directory) {
        compile(classes, mainClass, directory, TeaVMTargetType.JAVASCRIPT, "app.js");
    }

    /** Classes to {@code app.wasm} in that directory, and its runtime. */
    static void toWasm(ClassLoader classes, String mainClass, Path directory) throws IOException {
        compile(classes, mainClass, directory, TeaVMTargetType.WEBASSEMBLY_GC, "app.wasm");
        try (InputStream runtime = TeaVMTool.class.getClassLoader().getResourceAsStream(RUNTIME)) {
            Files.write(directory.resolve("app.wasm-runtime.js"), runtime.readAllBytes());
        }
    }

    private static void compile(
            ClassLoader classes, String mainClass, Path directory, TeaVMTargetType target, String file) {
        TeaVMTool tool = new TeaVMTool();
        tool.setMainClass(mainClass);
        tool.setClassLoader(classes);
        tool.setTargetDirectory(directory.toFile());
        tool.setTargetType(target);
        tool.setTargetFileName(file);
        tool.setJsModuleType(JSModuleType.ES2015);
        tool.setObfuscated(true);
        tool.setStrict(true);
        tool.setOptimizationLevel(TeaVMOptimizationLevel.SIMPLE);
        tool.setLog(new EmptyTeaVMToolLog());
        try {
            tool.generate();
        } catch (TeaVMToolException e) {
            throw new IllegalStateException("TeaVM failed on " + mainClass, e);
        }
        assertThat(tool.getProblemProvider().getProblems()).isEmpty();
    }
}
