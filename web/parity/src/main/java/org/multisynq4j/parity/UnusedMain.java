package org.multisynq4j.parity;

/** Runs {@link Unused}; and prints how NaN looks where its bits can be seen. */
public final class UnusedMain {
    private static double zero;

    private UnusedMain() {}

    public static void main(String[] args) {
        Unused.all();
        double[] kinds = {
            zero / zero, -(zero / zero), StrictMath.sqrt(zero - 1), Double.longBitsToDouble(-1L), Double.NaN
        };
        for (double nan : kinds) {
            float single = (float) nan;
            System.out.println(Double.hashCode(nan) + " " + Double.valueOf(nan).hashCode() + " "
                    + Double.valueOf(nan).equals(Double.NaN) + " " + Double.compare(nan, 1.0) + " "
                    + Double.doubleToLongBits(nan) + " " + Float.hashCode(single) + " "
                    + Float.valueOf(single).equals(Float.NaN) + " " + Float.floatToIntBits(single) + " "
                    + Float.compare(single, Float.NaN) + " " + java.util.Arrays.hashCode(new double[] {nan, 1}) + " "
                    + java.util.Arrays.equals(new double[] {nan}, new double[] {Double.NaN}) + " "
                    + java.util.Objects.hash(nan, single) + " "
                    + java.util.List.of(nan).hashCode() + " "
                    + Double.doubleToLongBits(StrictMath.copySign(2, nan)) + " "
                    + Double.doubleToLongBits(StrictMath.copySign(nan, -2)) + " "
                    + Float.floatToIntBits(StrictMath.copySign(2f, single)) + " "
                    + StrictMath.getExponent(nan) + " " + (int) nan + " " + (long) nan + " " + (nan == nan));
        }
    }
}
