package org.multisynq4j.parity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.snapshot.TypeCatalog;

/** Not run with the tests: {@code mvn test -pl web/parity -am -Dtest=CodecSpeedRun -Dsurefire.failIfNoSpecifiedTests=false}. */
class CodecSpeedRun {
    /** Pages that load the state once each, with nothing compiled. */
    private static final int FRESH_PAGES = 5;

    @Test
    void printsTimesOfAllTargets() throws Exception {
        System.out.println("JVM");
        TypeCatalog catalog = ModelScan.of(CodecSpeed.Root.class).catalog();
        CodecSpeed.run(catalog);
        List<String> stored = CodecSpeed.stored(catalog);
        for (Bundle.Target target : Bundle.Target.values()) {
            measure(target + ", minified", Bundle.compile(CodecSpeed.class, target), stored);
        }
        measure("JS, not minified", Bundle.readable(CodecSpeed.class, Bundle.Target.JS), stored);
    }

    private static void measure(String what, Bundle bundle, List<String> stored) throws IOException {
        System.out.println(what);
        try (Browser browser = new Browser()) {
            browser.run(bundle).forEach(System.out::println);
        }
        // Too long for an address.
        Path main = bundle.directory().resolve("main.js");
        Files.writeString(bundle.directory().resolve("args.txt"), String.join(" ", stored), StandardCharsets.UTF_8);
        Files.writeString(
                main,
                Files.readString(main, StandardCharsets.UTF_8)
                        .replace(Bundle.ARGUMENTS, "(await (await fetch('./args.txt')).text()).split(' ')"),
                StandardCharsets.UTF_8);
        for (int i = 0; i < FRESH_PAGES; i++) {
            // Another browser each time: one keeps what it compiled.
            try (Browser browser = new Browser()) {
                browser.run(bundle).forEach(System.out::println);
            }
        }
    }
}
