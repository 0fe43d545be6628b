package org.multisynq4j.parity.programs;

import org.multisynq4j.parity.Program;
import org.multisynq4j.parity.Trace;
import org.multisynq4j.text.Numbers;
import org.multisynq4j.text.Text;

/** Long chains of arithmetic in every type, a chaotic map, and numbers as text. */
final class NumberChains implements Program {
    private double x = 0.3;
    private float f = 0.1f;
    private long l = 1;
    private int i = 1;
    private char c = 'a';
    private byte b = 1;
    private double sum;

    @Override
    public void step(int number, Trace trace) {
        x = 3.99 * x * (1 - x);
        f = f * 1.7f - (int) (f * 1.7f) + 0.001f;
        l = l * 6364136223846793005L + 1442695040888963407L;
        i = i * 31 + (int) (l >>> 33) / (number % 13 + 1) - (i >> 3);
        c += i;
        b *= 3;
        b += c;
        sum += x / (f + 1) - (sum - (x - f)) * 1e-3;
        sum = -sum % 7.5;
        trace.put(x);
        trace.put(f);
        trace.put(l);
        trace.put(i);
        trace.put((int) c);
        trace.put((int) b);
        trace.put(sum);
        trace.put((float) l);
        trace.put((int) (x * 1e12) + (long) (f * 1e25f));
        trace.put(StrictMath.sin(x * number)
                + StrictMath.pow(f, x)
                + StrictMath.log(sum * sum + 1)
                + StrictMath.atan2(sum, x));
        trace.put(Math.round(sum * 1e5) + Math.floorMod(i, 17) + Math.round(f));
        if (number % 10 == 0) {
            trace.put(Numbers.toText(x) + Numbers.toText(sum) + Text.fixed(sum, 3));
            trace.put(Numbers.parse(Numbers.toText(x * 1e-300)));
        }
    }
}
