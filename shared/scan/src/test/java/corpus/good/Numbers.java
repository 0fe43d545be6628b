package corpus.good;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.multisynq4j.model.Model;

final class Numbers {
    static class Trigonometry extends Model {
        private double angle;

        double step() {
            angle += StrictMath.toRadians(5);
            return StrictMath.sin(angle) + StrictMath.pow(angle, 2) + StrictMath.atan2(1, angle);
        }
    }

    static class Exact extends Model {
        double step(double x) {
            return Math.sqrt(x)
                    + Math.floor(x)
                    + Math.abs(x)
                    + Math.min(x, 1)
                    + Math.signum(x)
                    + Math.round(x)
                    + Math.fma(x, x, 1);
        }
    }

    static class Integers extends Model {
        int step(int a, int b) {
            return Math.floorMod(a, b)
                    + Math.addExact(a, b)
                    + Integer.bitCount(a)
                    + Integer.parseInt("12")
                    + a / b
                    + (a << b);
        }
    }

    static class Longs extends Model {
        private long seed = 1;

        long step() {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            return Long.rotateLeft(seed, 7) ^ Long.hashCode(seed);
        }
    }

    static class Floats extends Model {
        private float x = 0.1f;

        int step() {
            x = x * 3 % 1f;
            return (int) x + Float.floatToIntBits(x);
        }
    }

    static class Bits extends Model {
        boolean step(double x) {
            return Double.doubleToLongBits(x) == 0 || Double.isNaN(x) || Double.compare(x, 0) > 0;
        }
    }

    static class Drawn extends Model {
        double step() {
            return random() + random(6) + randomGaussian();
        }
    }

    static class Reduced extends Model {
        double step() {
            DoubleUnaryOperator half = x -> x / 2;
            return DoubleStream.of(0.1, 0.2).map(half).reduce(0, (a, b) -> a + b);
        }
    }

    static class Tables extends Model {
        private static final int[] COSTS = {1, 2, 3};
        private static final double[][] KERNEL = new double[3][3];

        static {
            KERNEL[1][1] = 1;
        }

        double step() {
            int[] own = COSTS.clone();
            own[0] = 7;
            return own[0] + COSTS[1] * KERNEL[1][1];
        }
    }
}
