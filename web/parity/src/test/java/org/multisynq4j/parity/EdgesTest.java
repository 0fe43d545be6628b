package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EdgesTest {
    private static Browser browser;

    /** Once: classes that could not be initialised stay so. */
    private static List<String> expected;

    @BeforeAll
    static void start() {
        browser = new Browser();
        expected = onJvm();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void javaScriptComputesWhatTheJvmComputes() throws Exception {
        assertSame(browser.run(Bundle.compile(Edges.class, Bundle.Target.JS)));
    }

    @Test
    void webAssemblyComputesWhatTheJvmComputes() throws Exception {
        assertSame(browser.run(Bundle.compile(Edges.class, Bundle.Target.WASM)));
    }

    private static void assertSame(List<String> actual) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            String[] should = expected.get(i).split(" ");
            String[] is = (i < actual.size() ? actual.get(i) : "nothing").split(" ");
            for (int j = 0; j < should.length; j++) {
                if ((j != 1 || should[0].equals("C")) && (j >= is.length || !is[j].equals(should[j]))) {
                    differences.add(
                            should[0] + " line " + i + " value " + j + ": " + (j < is.length ? is[j] : "nothing")
                                    + " instead of " + should[j] + (should[0].equals("FAIL") ? expected.get(i) : ""));
                }
            }
        }
        if (actual.size() != expected.size()) {
            differences.add("ends with " + actual.get(actual.size() - 1));
        }
        assertThat(differences).isEmpty();
        assertThat(actual).isEqualTo(expected);
    }

    private static List<String> onJvm() {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            Edges.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
