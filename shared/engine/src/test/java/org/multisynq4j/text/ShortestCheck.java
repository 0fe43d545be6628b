package org.multisynq4j.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Judges a decimal of a double by definition, with exact arithmetic. */
final class ShortestCheck {
    private ShortestCheck() {}

    /** Empty if no shorter decimal reads as {@code x}, and none of the same length is closer to it (or as close with an even last digit). */
    static String problem(double x, BigDecimal text) {
        if (x == 0) {
            return "";
        }
        BigDecimal exact = new BigDecimal(x);
        BigDecimal digits = text.stripTrailingZeros();
        BigDecimal distance = digits.subtract(exact).abs();
        BigDecimal step = digits.ulp();
        for (BigDecimal other : new BigDecimal[] {digits.subtract(step), digits.add(step)}) {
            if (other.doubleValue() != x) {
                continue;
            }
            int order = other.subtract(exact).abs().compareTo(distance);
            if (order < 0 || order == 0 && digits.unscaledValue().testBit(0)) {
                return other + " is a better choice";
            }
        }
        int shorter = digits.scale() - 1;
        for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
            BigDecimal other = exact.setScale(shorter, mode);
            if (other.doubleValue() == x) {
                return other + " is shorter";
            }
        }
        return "";
    }
}
