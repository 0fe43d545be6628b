package corpus.bad;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import org.multisynq4j.model.Model;

final class Numbers {
    static class Sine extends Model {
        double step(double x) {
            return Math.sin(x); // expect M4J116
        }
    }

    static class Power extends Model {
        double step(double x) {
            return Math.pow(x, 1.5); // expect M4J116
        }
    }

    static class Reference extends Model {
        double step(double x) {
            DoubleUnaryOperator f = Math::exp; // expect M4J116
            return f.applyAsDouble(x);
        }
    }

    static class Hypot extends Model {
        double step(double x) {
            return Math.hypot(x, x); // expect M4J116
        }
    }

    static class SignOfNaN extends Model {
        double step(double x) {
            return Math.copySign(1, x); // expect M4J116
        }
    }

    static class SignOfFloatNaN extends Model {
        float step(float x) {
            return Math.copySign(1f, x); // expect M4J116
        }
    }

    static class Bits extends Model {
        long step(double x) {
            return Double.doubleToRawLongBits(x); // expect M4J117
        }
    }

    static class FloatBits extends Model {
        int step(float x) {
            return Float.floatToRawIntBits(x); // expect M4J117
        }
    }

    static class Big extends Model {
        boolean step() {
            return new BigDecimal("1.5") == null; // expect M4J114
        }
    }
}
