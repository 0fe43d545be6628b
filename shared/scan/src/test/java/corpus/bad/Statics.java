package corpus.bad;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.model.Model;

final class Statics {
    static final class Shared {
        static int count;
        static final List<String> LINES = new ArrayList<>();
        static final int[] TABLE = {1, 2};
        static final Shared ONE = new Shared();
        int value;
    }

    static class Write extends Model {
        void step() {
            Shared.count++; // expect M4J112
        }
    }

    static class Add extends Model {
        void step() {
            Shared.LINES.add("x"); // expect M4J112
        }
    }

    static class Store extends Model {
        void step() {
            Shared.TABLE[0] = 5; // expect M4J112
        }
    }

    static class Singleton extends Model {
        void step() {
            Shared.ONE.value = 3; // expect M4J112
        }
    }

    static class FromLambda extends Model {
        void step() {
            future(1, () -> Shared.count = 1); // expect M4J112
        }
    }
}
