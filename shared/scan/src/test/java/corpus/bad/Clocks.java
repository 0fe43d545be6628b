package corpus.bad;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.multisynq4j.model.Model;

final class Clocks {
    static class Millis extends Model {
        long step() {
            return System.currentTimeMillis(); // expect M4J101
        }
    }

    static class Nanos extends Model {
        private long last;

        void step() {
            future(10, () -> last = System.nanoTime()); // expect M4J101
        }
    }

    static class Today extends Model {
        int step() {
            return LocalDate.now() // expect M4J101
                    .getYear(); // expect M4J101
        }
    }

    static class InstantInHelper extends Model {
        void step() {
            Helper.stamp();
        }
    }

    static class Helper {
        static String stamp() {
            Object now = Instant.now(); // expect M4J101
            return now == null ? "" : "x";
        }
    }

    static class NewDate extends Model {
        boolean step() {
            return new Date() // expect M4J101
                    .equals(this); // expect M4J101
        }
    }
}
