package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.multisynq4j.e2e.crowd.CrowdPage;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/** The page of {@link CrowdPage} at {@code /crowd/}, compiled for both targets as TeaVM's plugin compiles the samples. */
final class CrowdPages {
    private static final String RUNTIME = "org/teavm/backend/wasm/wasm-gc-module-runtime.min.js";
    private static final String START = """
            const target = new URLSearchParams(location.search).get('target') === 'js' ? 'js' : 'wasm';
            globalThis.MULTISYNQ = { target, worker: new URL('start.js?target=' + target, import.meta.url).href, sessions: () => [] };
            if (target === 'wasm' && globalThis.document) {
              document.head.append(Object.assign(document.createElement('link'),
                { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: new URL('app.wasm', import.meta.url).href }));
            }
            const program = target === 'js'
              ? await import('./app.js')
              : await import('./runtime.js').then(it => it.load(new URL('app.wasm', import.meta.url).href)).then(it => it.exports);
            program.main([]);
            """;
    private static final String PAGE =
            "<!doctype html><meta charset=utf-8><title>Crowd</title><link rel=icon href=data:,><script type=module src=start.js></script>";

    private CrowdPages() {}

    /** Puts everything below {@code public} in that directory. */
    static void compile(Path directory) throws IOException {
        Path crowd = Files.createDirectories(directory.resolve("public/crowd"));
        compile(TeaVMTargetType.JAVASCRIPT, "app.js", crowd);
        compile(TeaVMTargetType.WEBASSEMBLY_GC, "app.wasm", crowd);
        try (InputStream runtime = TeaVMTool.class.getClassLoader().getResourceAsStream(RUNTIME)) {
            Files.write(crowd.resolve("runtime.js"), runtime.readAllBytes());
        }
        Files.writeString(crowd.resolve("start.js"), START);
        Files.writeString(crowd.resolve("index.html"), PAGE);
    }

    private static void compile(TeaVMTargetType target, String file, Path directory) {
        TeaVMTool tool = new TeaVMTool();
        tool.setMainClass(CrowdPage.class.getName());
        tool.setClassLoader(CrowdPage.class.getClassLoader());
        tool.setTargetDirectory(directory.toFile());
        tool.setTargetType(target);
        tool.setTargetFileName(file);
        tool.setJsModuleType(JSModuleType.ES2015);
        tool.setObfuscated(System.getProperty("multisynq4j.readable") == null);
        tool.setStrict(true);
        tool.setAssertionsRemoved(true);
        tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        tool.setLog(new EmptyTeaVMToolLog());
        try {
            tool.generate();
        } catch (TeaVMToolException e) {
            throw new IllegalStateException("TeaVM failed on " + CrowdPage.class, e);
        }
        assertThat(tool.getProblemProvider().getProblems()).isEmpty();
    }
}
