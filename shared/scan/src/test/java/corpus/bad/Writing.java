package corpus.bad;

import java.nio.charset.Charset;
import java.text.DecimalFormat;
import java.util.Locale;
import org.multisynq4j.model.Model;

final class Writing {
    record Spot(double x) {}

    static class Format extends Model {
        String step() {
            return String.format("%.2f", 1.5); // expect M4J113
        }
    }

    static class Formatted extends Model {
        String step() {
            return "%d".formatted(1); // expect M4J113
        }
    }

    static class Decimal extends Model {
        String step() {
            return new DecimalFormat("0.0") // expect M4J113
                    .format(1.5); // expect M4J113
        }
    }

    static class Joined extends Model {
        String step(double x) {
            return "x=" + x; // expect M4J114
        }
    }

    static class Appended extends Model {
        String step(float x) {
            return new StringBuilder().append(x).toString(); // expect M4J114
        }
    }

    static class ValueOf extends Model {
        String step(double x) {
            return String.valueOf(x); // expect M4J114
        }
    }

    static class Parsed extends Model {
        double step(String text) {
            return Double.parseDouble(text); // expect M4J114
        }
    }

    static class RecordText extends Model {
        String step() {
            return "at " + new Spot(0.1); // expect M4J114
        }
    }

    static class BoxedText extends Model {
        String step(Double x) {
            return x.toString(); // expect M4J114
        }
    }

    static class Lower extends Model {
        String step(String text) {
            return text.toLowerCase(); // expect M4J131
        }
    }

    static class DefaultLocale extends Model {
        String step(String text) {
            return text.toUpperCase(Locale.getDefault()); // expect M4J115 M4J131
        }
    }

    static class DefaultBytes extends Model {
        int step(String text) {
            return text.getBytes().length; // expect M4J115
        }
    }

    static class SomeCharset extends Model {
        boolean step() {
            return Charset.defaultCharset() == null; // expect M4J106
        }
    }
}
