package corpus.bad;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.multisynq4j.model.Model;

final class Chance {
    static class MathRandom extends Model {
        double step() {
            return Math.random(); // expect M4J102
        }
    }

    static class NewRandom extends Model {
        int step() {
            return new Random(42) // expect M4J102
                    .nextInt(6); // expect M4J102
        }
    }

    static class Shuffle extends Model {
        private final List<Integer> cards = new ArrayList<>();

        void step() {
            Collections.shuffle(cards); // expect M4J102
        }
    }

    static class Local extends Model {
        int step() {
            return ThreadLocalRandom.current() // expect M4J102
                    .nextInt(); // expect M4J102
        }
    }

    static class MethodReference extends Model {
        double step() {
            DoubleSupplier dice = Math::random; // expect M4J102
            return dice.getAsDouble();
        }
    }

    static class RandomId extends Model {
        boolean step() {
            return UUID.randomUUID() == null; // expect M4J103
        }
    }
}
