package corpus.bad;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.multisynq4j.model.Model;

final class Outside {
    static class Print extends Model {
        void step() {
            System.out // expect M4J106
                    .println("x"); // expect M4J106
        }
    }

    static class ReadFile extends Model {
        boolean step() throws Exception {
            return Files.exists( // expect M4J106
                    Path.of("x")); // expect M4J106
        }
    }

    static class OldFile extends Model {
        boolean step() {
            return new File("x") // expect M4J106
                    .exists(); // expect M4J106
        }
    }

    static class Net extends Model {
        boolean step() {
            return URI.create("http://x") == null; // expect M4J106
        }
    }

    static class StackOnScreen extends Model {
        void step(RuntimeException e) {
            e.printStackTrace(); // expect M4J106
        }
    }

    static class Environment extends Model {
        String step() {
            return System.getenv("HOME"); // expect M4J107
        }
    }

    static class Property extends Model {
        String step() {
            return System.getProperty("user.dir"); // expect M4J107
        }
    }

    static class Processors extends Model {
        int step() {
            return Runtime.getRuntime() // expect M4J107
                    .availableProcessors(); // expect M4J107
        }
    }

    static class Weak extends Model {
        boolean step() {
            return new WeakReference<>(this).get() == null; // expect M4J107
        }
    }
}
