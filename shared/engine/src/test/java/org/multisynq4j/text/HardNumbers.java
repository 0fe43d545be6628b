package org.multisynq4j.text;

import java.util.Random;

/** An endless mixture of finite doubles that conversions get wrong: all magnitudes, few digits, powers of two and ten and their neighbours. */
public final class HardNumbers {
    private final Random random;

    public HardNumbers(long seed) {
        random = new Random(seed);
    }

    public double next() {
        double x = candidate();
        return x - x == 0 ? x : next();
    }

    private double candidate() {
        switch (random.nextInt(10)) {
            case 0:
                return random.nextDouble();
            case 1:
                return (random.nextDouble() - 0.5) * 2000;
            case 2:
                return random.nextInt() / Math.pow(10, random.nextInt(12));
            case 3:
                return Math.scalb(1.0, random.nextInt(2098) - 1074);
            case 4:
                return steps(Math.scalb(1.0, random.nextInt(2098) - 1074));
            case 5:
                return steps(Double.parseDouble("1e" + (random.nextInt(632) - 323)));
            case 6:
                return random.nextLong();
            case 7:
                return Double.longBitsToDouble(random.nextLong() & 0x800fffffffffffffL);
            case 8:
                return steps(random.nextLong() / Math.pow(10, random.nextInt(22)));
            default:
                return Double.longBitsToDouble(random.nextLong());
        }
    }

    private double steps(double x) {
        double result = x;
        for (int i = random.nextInt(4); i > 0; i--) {
            result = random.nextBoolean() ? Math.nextUp(result) : Math.nextDown(result);
        }
        return result;
    }
}
