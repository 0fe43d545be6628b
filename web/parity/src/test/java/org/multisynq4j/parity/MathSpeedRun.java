package org.multisynq4j.parity;

import org.junit.jupiter.api.Test;

/** Not run with the tests: {@code mvn test -pl web/parity -am -Dtest=MathSpeedRun -Dsurefire.failIfNoSpecifiedTests=false}. */
class MathSpeedRun {
    @Test
    void printsTimesOfAllTargets() throws Exception {
        System.out.println("JVM");
        MathSpeed.main(new String[0]);
        try (Browser browser = new Browser()) {
            for (Bundle.Target target : Bundle.Target.values()) {
                System.out.println(target);
                browser.run(Bundle.compile(MathSpeed.class, target)).forEach(System.out::println);
            }
        }
    }
}
