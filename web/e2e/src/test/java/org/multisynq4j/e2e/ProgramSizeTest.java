package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The programs behind the pages must not grow unnoticed. Raise a limit only with the reason in docs/performance.md. */
@Tag("e2e")
class ProgramSizeTest {
    private static final int MAX_JS_GZIP = 268_000;
    private static final int MAX_WASM_GZIP = 371_000;

    @Test
    void theProgramsStayBelowTheirLimits() throws IOException {
        Map<String, Integer> sizes = gzipSizes(System.getProperty("multisynq4j.server.jar"));
        assertThat(sizes).containsKeys("app.js", "app.wasm");
        assertThat(sizes.get("app.js")).as("app.js, gzip bytes").isLessThan(MAX_JS_GZIP);
        assertThat(sizes.get("app.wasm")).as("app.wasm, gzip bytes").isLessThan(MAX_WASM_GZIP);
    }

    private static Map<String, Integer> gzipSizes(String jar) throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar)) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().startsWith("public/m4j/programs/") && !entry.isDirectory()) {
                    String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                    sizes.put(name, gzipSize(zip.getInputStream(entry)));
                }
            }
        }
        return sizes;
    }

    private static int gzipSize(InputStream content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            content.transferTo(gzip);
        }
        return packed.size();
    }
}
