package org.multisynq4j.parity;

import org.junit.jupiter.api.Test;
import org.multisynq4j.scan.ModelScan;

/** Not run with the tests: {@code mvn test -pl web/parity -am -Dtest=CodecSpeedRun -Dsurefire.failIfNoSpecifiedTests=false}. */
class CodecSpeedRun {
    @Test
    void printsTimesOfAllTargets() throws Exception {
        System.out.println("JVM");
        CodecSpeed.run(ModelScan.of(CodecSpeed.Root.class).catalog());
        try (Browser browser = new Browser()) {
            for (Bundle.Target target : Bundle.Target.values()) {
                System.out.println(target);
                browser.run(Bundle.compile(CodecSpeed.class, target)).forEach(System.out::println);
            }
        }
    }
}
