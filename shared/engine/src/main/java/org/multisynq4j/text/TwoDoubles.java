package org.multisynq4j.text;

import org.multisynq4j.math.ErrorFree;

/**
 * A positive number as {@code (high + low) × 2^exponent}, {@code low} at most half a unit in the last place of {@code high}: 106 bits.
 *
 * <p>Its only source multiplies by powers of ten with a relative error below {@link #RELATIVE_ERROR}; who uses it must treat whatever lies nearer to a
 * decision than that as undecided.
 */
final class TwoDoubles {
    /** Generous: the roundings of one product add up to less than 2<sup>-100</sup>. */
    static final double RELATIVE_ERROR = 1e-28;

    static final int MIN_SCALE = -330;
    static final int MAX_SCALE = 351;

    private static final int STEP = Decimals.EXACT_POWERS;
    private static final int FIRST = -15;

    /** 10<sup>22 n</sup>, n from −15 to 15, as {@code (HIGH + LOW) × 2^EXPONENT}, {@code HIGH} from 1 to 2. */
    private static final double[] HIGH = {
        0x1.b2a7d0c4970bcp0,
        0x1.cc359e067a349p0,
        0x1.e74404f3daadbp0,
        0x1.01f4d0ff1039p0,
        0x1.111f32f2f4bcp0,
        0x1.212dd4de70913p0,
        0x1.322e220a5b17ep0,
        0x1.442e4fb67196p0,
        0x1.573d68f903ea2p0,
        0x1.6b6b5b5155ffp0,
        0x1.80c903f7379f2p0,
        0x1.97683df2f268dp0,
        0x1.af5bf109550f2p0,
        0x1.c8b8218854567p0,
        0x1.e392010175ee6p0,
        0x1p0,
        0x1.0f0cf064dd592p0,
        0x1.1efc659cf7d4cp0,
        0x1.2fdbb0e39fb47p0,
        0x1.41b8ebe2ef1c7p0,
        0x1.54a3047c694fep0,
        0x1.68a9c942f3ba3p0,
        0x1.7dddf6b095ff1p0,
        0x1.945145230b378p0,
        0x1.ac1677aad4ab1p0,
        0x1.c5416bb92e3e6p0,
        0x1.dfe729b9ff153p0,
        0x1.fc1df6a7a61bbp0,
        0x1.0cfeb353a97dbp0,
        0x1.1ccf385ebc8ap0,
        0x1.2d8dc1d56a13dp0
    };

    private static final double[] LOW = {
        -0x1.439471492965bp-54,
        -0x1.1048236dbc6b4p-54,
        -0x1.baca5e56c543ap-54,
        -0x1.c60c66672d0d9p-57,
        0x1.2d6d8406c9524p-55,
        0x1.3cffc34b2177cp-57,
        0x1.e2ba8dee8a96ap-54,
        0x1.7dc56d0072d28p-58,
        0x1.4f066ea92f3f3p-55,
        0x1.701b033324265p-56,
        -0x1.630dd09ebce84p-54,
        0x1.e52795a0501d7p-54,
        0x1.775b0ed81dcc7p-55,
        0x1.82c65c4d3edbcp-54,
        -0x1.a7566d9cba769p-54,
        0.0,
        0.0,
        -0x1.c80dbeffee2fp-54,
        0x1.2b4bbac5f871ep-54,
        0x1.d6696361ae3dbp-55,
        -0x1.2142b4b90fa66p-55,
        0x1.dca6eaf916631p-57,
        -0x1.fc5504aaf0053p-55,
        -0x1.b20a11c22bf0cp-57,
        -0x1.0e758e1ddc273p-55,
        0x1.d172257324208p-58,
        -0x1.b89101da59888p-54,
        -0x1.94096e39963e3p-54,
        -0x1.3fb6127154333p-55,
        -0x1.c2a3c3d855605p-57,
        -0x1.b2a13587cbcf2p-55
    };

    private static final int[] EXPONENT = {
        -1097, -1024, -951, -877, -804, -731, -658, -585, -512, -439, -366, -293, -220, -147, -74, 0, 73, 146, 219, 292,
        365, 438, 511, 584, 657, 730, 803, 876, 950, 1023, 1096
    };

    final double high;
    final double low;
    final int exponent;

    private TwoDoubles(double high, double low, int exponent) {
        this.high = high;
        this.low = low;
        this.exponent = exponent;
    }

    /**
     * {@code (x + tail) × 10^scale}.
     *
     * @param x from 1 to 10<sup>17</sup>
     * @param tail at most half a unit in the last place of {@code x}
     * @param scale {@link #MIN_SCALE} to {@link #MAX_SCALE}
     */
    static TwoDoubles product(double x, double tail, int scale) {
        int index = scale >= 0 ? scale / STEP : -((STEP - 1 - scale) / STEP);
        double small = Decimals.power(scale - index * STEP);
        double a = x * small;
        double b = ErrorFree.product(x, small, a) + tail * small;
        double largeHigh = HIGH[index - FIRST];
        double product = a * largeHigh;
        double rest = ErrorFree.product(a, largeHigh, product) + (a * LOW[index - FIRST] + b * largeHigh);
        double high = product + rest;
        return new TwoDoubles(high, rest - (high - product), EXPONENT[index - FIRST]);
    }
}
