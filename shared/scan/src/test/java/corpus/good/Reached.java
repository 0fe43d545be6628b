package corpus.good;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.client.View;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

/** A program in one class: main method, view and model. */
public final class Reached {
    static final int LIMIT = Integer.parseInt("3");

    enum Colour {
        RED {
            @Override
            int wave() {
                return 1;
            }
        };

        abstract int wave();
    }

    public record Line(String author, List<Integer> marks, double at) {}

    sealed interface Shape permits Circle {}

    record Circle(double radius) implements Shape {}

    static final class Helper {
        static int twice(int x) {
            return 2 * x;
        }
    }

    static final class Other {
        static void run() {}
    }

    static final class Screen extends View {}

    public static final class Root extends Model {
        private final List<Line> lines = new ArrayList<>();
        private Colour colour = Colour.RED;

        @Override
        protected void init(Options options, Persisted persisted) {
            subscribe("a", "b", (Shape shape) -> publish("x", "y", Helper.twice(colour.wave() + LIMIT)));
        }
    }

    public static void main(String[] args) {
        Other.run();
        System.out.println(Root.class.getName() + Screen.class);
    }
}
