package org.multisynq4j.parity.models;

/** Things that calculate. */
final class NumberToys {
    private NumberToys() {}

    /** Integers that overflow, shift and divide. */
    static final class Integers extends Toy {
        private int a = 12345;
        private int b = -678;

        @Override
        void tick() {
            a = a * 1103515245 + 12345;
            b ^= a >>> 7;
            b += a << b;
            int q = b == 0 ? 1 : a / b;
            int r = b == 0 ? 1 : a % b;
            a -= q * 3 + r;
            b = ~b - (a >> 3);
            mix(a);
            mix(Integer.bitCount(b) + Integer.numberOfLeadingZeros(a) * 100 + Integer.numberOfTrailingZeros(b) * 10000);
            mix(Integer.reverse(a) ^ Integer.reverseBytes(b) ^ Integer.highestOneBit(a) ^ Integer.lowestOneBit(b));
            mix(Integer.compareUnsigned(a, b) + Integer.divideUnsigned(a, b | 1) - Integer.remainderUnsigned(b, a | 1));
            mix(Math.floorMod(a, b | 1) + Math.floorDiv(b, a | 1));
            mix(Integer.rotateRight(a, b) + Integer.signum(b) + Math.abs(a) + Math.negateExact(b | 1));
        }

        @Override
        void poke(int value) {
            a += value;
            b -= value * 17;
        }
    }

    /** Longs, with what only 64 bits show. */
    static final class Longs extends Toy {
        private long a = 0x123456789ABCDEFL;
        private long b = -987654321L;

        @Override
        void tick() {
            a = a * 6364136223846793005L + 1442695040888963407L;
            b ^= a >>> 17;
            b += a << (int) b;
            long q = b == 0 ? 1 : a / b;
            long r = b == 0 ? 1 : a % b;
            a -= q * 3 + r;
            b = ~b - (a >> 5);
            mix(a);
            mix(b);
            mix(Long.bitCount(a) + Long.numberOfLeadingZeros(b) * 100 + Long.numberOfTrailingZeros(a));
            mix(Long.reverse(a) ^ Long.reverseBytes(b) ^ Long.rotateLeft(a, 13));
            mix(Long.divideUnsigned(a, b | 1) + Long.remainderUnsigned(b, a | 1));
            mix(Long.compare(a, b) + Long.signum(a) + Long.hashCode(b));
            mix((double) a);
            mix((float) b);
            mix((int) a + (short) b + (byte) a + (char) b);
            mix(Math.floorMod(a, 1000) + Math.floorDiv(b, 7L));
        }
    }

    /** Bytes, shorts and chars in compound assignments. */
    static final class Narrow extends Toy {
        private byte b = 100;
        private short s = 30000;
        private char c = 'x';
        private final byte[] bytes = new byte[16];
        private final short[] shorts = new short[16];
        private final char[] chars = new char[16];

        @Override
        void tick() {
            b += 57;
            s *= 7;
            c -= b;
            b ^= s >>> 3;
            s <<= b & 7;
            c += 0.7;
            b *= 1.5;
            s -= 1e9;
            c++;
            b--;
            int at = c & 15;
            bytes[at] += s;
            shorts[at] *= bytes[15 - at];
            shorts[at]++;
            chars[at] -= shorts[15 - at];
            bytes[at] >>>= 1;
            s /= (short) (b == 0 ? 1 : b);
            mix(b);
            mix(s);
            mix(c);
            mix(bytes[at] * 3 + shorts[at] * 5 + chars[at] * 7);
            mix(Byte.toUnsignedInt(b) + Short.toUnsignedInt(s) + Character.reverseBytes(c));
            mix(b + s < c ? b & s | c : (byte) c ^ (short) c);
        }

        @Override
        void poke(int value) {
            b = (byte) value;
            s = (short) (value >> 4);
            c = (char) (value >> 9);
        }
    }

    /** Floats, each operation rounded. */
    static final class Floats extends Toy {
        private float x = 0.1f;
        private float y = 3.3f;

        @Override
        void tick() {
            x = x * 1.1f + y / 3;
            y = (y - x) * 0.7f % 100f;
            x /= y * y + 0.01f;
            y += x - (float) (0.1 + 0.2) * 2;
            float z = (x + y) + (x - y) * 3;
            if (!(Math.abs(x) < 1e30f)) {
                x = 0.25f;
            }
            if (Float.isNaN(y) || Float.isInfinite(y)) {
                y = 1;
            }
            mix(x);
            mix(y);
            mix(z);
            mix((int) (x * 1e9f) + (long) z);
            mix((double) x * y);
            mix(Math.max(x, y) - Math.min(x, -0f) + Math.round(y) + (float) Math.sqrt(Math.abs(x)));
            mix(Float.compare(x, y) + (int) Math.signum(y) + Math.getExponent(x));
        }

        @Override
        void poke(int value) {
            x += value;
            y *= value / 3e8f;
        }
    }

    /** Doubles with their edges: infinities, NaN, zeros of both signs, casts out of range. */
    static final class Doubles extends Toy {
        private final double[] values = {0.0, -0.0, 1, Double.NaN, 1e308, 4.9e-324, -7.5, 1e19};

        @Override
        void tick() {
            int i = random(8);
            int j = random(8);
            double a = values[i];
            double b = values[j];
            values[random(8)] = switch (random(7)) {
                case 0 -> a + (b - values[0]);
                case 1 -> a * (b / values[1]);
                case 2 -> a % b;
                case 3 -> -(a - b);
                case 4 -> Math.sqrt(Math.abs(a)) + Math.floor(b) - Math.ceil(a);
                case 5 -> random() * 1e3;
                default -> Math.rint(a) + StrictMath.copySign(1.5, b);
            };
            mix(values[0] + values[3]);
            mix((int) a + (int) (float) b);
            mix((long) a - (long) b);
            mix((char) a + (short) b + (byte) a);
            mix(a < b ? 1 : a >= b ? 2 : 3);
            mix(a == b ? 1 : a != b ? 2 : 3);
            mix(Double.compare(a, b) + (Double.valueOf(a).equals(b) ? 10 : 0) + Double.hashCode(a));
            mix((float) a);
            mix(Math.round(a) + Math.max(a, b) + Math.min(-0.0, a));
            mix(Math.ulp(a) + Math.nextUp(b) + StrictMath.IEEEremainder(a, 3));
        }
    }

    /** Products and inverses of matrices. */
    static final class Matrices extends Toy {
        private double[][] matrix = new double[5][5];

        @Override
        void begin() {
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    matrix[i][j] = (i == j ? 2 : 0) + random();
                }
            }
        }

        @Override
        void tick() {
            double[][] product = new double[5][5];
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    for (int k = 0; k < 5; k++) {
                        product[i][j] += matrix[i][k] * matrix[k][j];
                    }
                }
            }
            double determinant = determinant(product);
            double norm = StrictMath.pow(Math.abs(determinant) + 1e-9, 0.2);
            for (double[] row : product) {
                for (int j = 0; j < 5; j++) {
                    row[j] = row[j] / norm + random() * 0.1;
                }
            }
            matrix = product;
            mix(determinant);
            mix(matrix[3][2]);
        }

        private static double determinant(double[][] original) {
            double[][] m = new double[5][];
            for (int i = 0; i < 5; i++) {
                m[i] = original[i].clone();
            }
            double result = 1;
            for (int i = 0; i < 5; i++) {
                int pivot = i;
                for (int k = i + 1; k < 5; k++) {
                    pivot = Math.abs(m[k][i]) > Math.abs(m[pivot][i]) ? k : pivot;
                }
                double[] held = m[i];
                m[i] = m[pivot];
                m[pivot] = held;
                result *= pivot == i ? m[i][i] : -m[i][i];
                for (int k = i + 1; k < 5; k++) {
                    double factor = m[k][i] / m[i][i];
                    for (int j = i; j < 5; j++) {
                        m[k][j] -= factor * m[i][j];
                    }
                }
            }
            return result;
        }
    }

    /** Checksums and hashes by hand. */
    static final class Checksums extends Toy {
        private int crc = -1;
        private long fnv = 0xcbf29ce484222325L;
        private int adlerA = 1;
        private int adlerB;

        @Override
        void tick() {
            for (int i = 0; i < 20; i++) {
                byte next = (byte) random(-128, 128);
                crc ^= next & 0xFF;
                for (int bit = 0; bit < 8; bit++) {
                    crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xEDB88320 : crc >>> 1;
                }
                fnv = (fnv ^ next & 0xFF) * 0x100000001b3L;
                adlerA = (adlerA + (next & 0xFF)) % 65521;
                adlerB = (adlerB + adlerA) % 65521;
            }
            mix(crc);
            mix(fnv);
            mix(adlerB << 16 | adlerA);
        }
    }

    /** Every function of StrictMath in turn. */
    static final class Functions extends Toy {
        private double x = 0.7;

        @Override
        void tick() {
            double r = random();
            double value =
                    switch (random(20)) {
                        case 0 -> StrictMath.sin(x * 100);
                        case 1 -> StrictMath.cos(x * 1e6);
                        case 2 -> StrictMath.tan(x);
                        case 3 -> StrictMath.asin(r);
                        case 4 -> StrictMath.acos(-r);
                        case 5 -> StrictMath.atan(x);
                        case 6 -> StrictMath.exp(r * 10);
                        case 7 -> StrictMath.log(r);
                        case 8 -> StrictMath.log10(r);
                        case 9 -> StrictMath.cbrt(x);
                        case 10 -> StrictMath.atan2(x, r);
                        case 11 -> StrictMath.pow(r, x % 10);
                        case 12 -> StrictMath.sinh(r);
                        case 13 -> StrictMath.cosh(r);
                        case 14 -> StrictMath.tanh(x);
                        case 15 -> StrictMath.hypot(x, r);
                        case 16 -> StrictMath.expm1(r);
                        case 17 -> StrictMath.log1p(r);
                        case 18 -> StrictMath.toRadians(x);
                        default -> StrictMath.fma(x, r, -x) + StrictMath.scalb(r, 3) + StrictMath.rint(x);
                    };
            mix(value);
            x = (x + value) % 1000;
        }
    }
}
