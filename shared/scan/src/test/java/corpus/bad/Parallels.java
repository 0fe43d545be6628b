package corpus.bad;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.multisynq4j.model.Model;

final class Parallels {
    static class ParallelStream extends Model {
        long step(List<String> names) {
            return names.parallelStream().count(); // expect M4J111
        }
    }

    static class Parallel extends Model {
        long step(List<String> names) {
            return names.stream().parallel().count(); // expect M4J111
        }
    }

    static class ParallelSort extends Model {
        void step(int[] values) {
            Arrays.parallelSort(values); // expect M4J111
        }
    }

    static class CompensatedSum extends Model {
        double step() {
            return DoubleStream.of(0.1, 0.2).sum(); // expect M4J119
        }
    }
}
