package org.multisynq4j.parity.models;

import java.util.ArrayList;
import java.util.List;

/** Things that move. */
final class PhysicsToys {
    private PhysicsToys() {}

    /** Balls in a box that collide elastically. */
    static final class Balls extends Toy {
        static final class Ball {
            private double x;
            private double y;
            private double vx;
            private double vy;
            private double mass;
        }

        private final List<Ball> balls = new ArrayList<>();

        @Override
        void begin() {
            for (int i = 0; i < 12; i++) {
                Ball ball = new Ball();
                ball.x = random() * 100;
                ball.y = random() * 100;
                ball.vx = randomGaussian() * 3;
                ball.vy = randomGaussian() * 3;
                ball.mass = 1 + random() * 2;
                balls.add(ball);
            }
        }

        @Override
        void tick() {
            for (Ball ball : balls) {
                ball.x += ball.vx * 0.05;
                ball.y += ball.vy * 0.05;
                if (ball.x < 0 || ball.x > 100) {
                    ball.vx = -ball.vx;
                }
                if (ball.y < 0 || ball.y > 100) {
                    ball.vy = -ball.vy;
                }
            }
            for (int i = 0; i < balls.size(); i++) {
                for (int j = i + 1; j < balls.size(); j++) {
                    collide(balls.get(i), balls.get(j));
                }
            }
            balls.forEach(ball -> mix(ball.x * 3 - (ball.y - ball.vx)));
        }

        private void collide(Ball a, Ball b) {
            double dx = b.x - a.x;
            double dy = b.y - a.y;
            double distance = Math.sqrt(dx * dx + dy * dy);
            if (distance >= 8 || distance == 0) {
                return;
            }
            double nx = dx / distance;
            double ny = dy / distance;
            double speed = (a.vx - b.vx) * nx + (a.vy - b.vy) * ny;
            if (speed > 0) {
                double impulse = 2 * speed / (a.mass + b.mass);
                a.vx -= impulse * b.mass * nx;
                a.vy -= impulse * b.mass * ny;
                b.vx += impulse * a.mass * nx;
                b.vy += impulse * a.mass * ny;
                publish("balls", "hit", distance);
            }
        }

        @Override
        void poke(int value) {
            Ball ball = balls.get(Math.floorMod(value, balls.size()));
            ball.vx += (value % 100) / 50.0;
            ball.vy -= (value % 77) / 40.0;
        }
    }

    /** A hanging cloth by Verlet integration. */
    static final class Cloth extends Toy {
        private static final int SIZE = 9;
        private final double[][] x = new double[SIZE][SIZE];
        private final double[][] y = new double[SIZE][SIZE];
        private final double[][] oldX = new double[SIZE][SIZE];
        private final double[][] oldY = new double[SIZE][SIZE];
        private double wind;

        @Override
        void begin() {
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    x[i][j] = oldX[i][j] = j;
                    y[i][j] = oldY[i][j] = i;
                }
            }
        }

        @Override
        void tick() {
            for (int i = 1; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    double px = x[i][j];
                    double py = y[i][j];
                    x[i][j] += (px - oldX[i][j]) * 0.99 + wind * 0.001;
                    y[i][j] += (py - oldY[i][j]) * 0.99 + 9.81 * 0.0025;
                    oldX[i][j] = px;
                    oldY[i][j] = py;
                }
            }
            for (int round = 0; round < 2; round++) {
                for (int i = 1; i < SIZE; i++) {
                    for (int j = 0; j < SIZE; j++) {
                        pull(i, j, i - 1, j);
                        if (j > 0) {
                            pull(i, j, i, j - 1);
                        }
                    }
                }
            }
            wind *= 0.97;
            mix(x[SIZE - 1][SIZE / 2]);
            mix(y[SIZE - 1][SIZE - 1] - x[3][3]);
        }

        private void pull(int i, int j, int k, int l) {
            double dx = x[i][j] - x[k][l];
            double dy = y[i][j] - y[k][l];
            double length = Math.sqrt(dx * dx + dy * dy);
            double part = (length - 1) / length * (k == 0 ? 1 : 0.5);
            x[i][j] -= dx * part;
            y[i][j] -= dy * part;
            if (k != 0) {
                x[k][l] += dx * part;
                y[k][l] += dy * part;
            }
        }

        @Override
        void poke(int value) {
            wind += value % 1000 / 100.0;
        }
    }

    /** Planets pulled by each other; mathematics of StrictMath. */
    static final class Orbits extends Toy {
        private record Body(double x, double y, double vx, double vy, double mass) {
            Body moved(double ax, double ay, double dt) {
                return new Body(x + vx * dt, y + vy * dt, vx + ax * dt, vy + ay * dt, mass);
            }
        }

        private List<Body> bodies = new ArrayList<>();

        @Override
        void begin() {
            bodies.add(new Body(0, 0, 0, 0, 1000));
            for (int i = 1; i < 7; i++) {
                double angle = random() * 2 * Math.PI;
                double radius = 20.0 * i;
                double speed = StrictMath.sqrt(1000 / radius);
                bodies.add(new Body(
                        StrictMath.cos(angle) * radius,
                        StrictMath.sin(angle) * radius,
                        -StrictMath.sin(angle) * speed,
                        StrictMath.cos(angle) * speed,
                        random()));
            }
        }

        @Override
        void tick() {
            List<Body> next = new ArrayList<>();
            for (Body body : bodies) {
                double ax = 0;
                double ay = 0;
                for (Body other : bodies) {
                    double dx = other.x - body.x;
                    double dy = other.y - body.y;
                    double pull = other.mass / StrictMath.pow(dx * dx + dy * dy + 0.01, 1.5);
                    ax += dx * pull;
                    ay += dy * pull;
                }
                next.add(body.moved(ax, ay, 0.05));
            }
            bodies = next;
            Body first = bodies.get(1);
            mix(StrictMath.atan2(first.y, first.x));
            mix(StrictMath.hypot(first.vx, first.vy));
        }
    }

    /** Sparks in single precision that are born, fade and die. */
    static final class Sparks extends Toy {
        private static final class Spark {
            private float x;
            private float y;
            private float vx;
            private float vy;
            private float life = 1;
        }

        private final List<Spark> sparks = new ArrayList<>();

        @Override
        void tick() {
            if (sparks.size() < 60) {
                Spark spark = new Spark();
                spark.vx = (float) randomGaussian();
                spark.vy = (float) (random() * 5);
                sparks.add(spark);
            }
            for (Spark spark : sparks) {
                spark.vy -= 9.81f * 0.05f;
                spark.x += spark.vx * .05f;
                spark.y += spark.vy / 20;
                spark.life *= 0.97f - Math.abs(spark.y) * 1e-3f;
                mix(spark.x + spark.y % 0.3f);
            }
            sparks.removeIf(spark -> spark.life < 0.1f);
        }

        @Override
        void poke(int value) {
            for (Spark spark : sparks) {
                spark.vx += value / 1e9f;
            }
        }
    }

    /** A double pendulum: chaotic, so that a wrong bit soon shows. */
    static final class Pendulum extends Toy {
        private double a = 2;
        private double b = 1.5;
        private double va;
        private double vb;

        @Override
        void tick() {
            double g = 9.81;
            double d = a - b;
            double cos = StrictMath.cos(d);
            double sin = StrictMath.sin(d);
            double m = 3 - StrictMath.cos(2 * d);
            double fa =
                    (-g * 3 * StrictMath.sin(a) - g * StrictMath.sin(a - 2 * b) - 2 * sin * (vb * vb + va * va * cos))
                            / m;
            double fb = 2 * sin * (va * va * 2 + g * 2 * StrictMath.cos(a) + vb * vb * cos) / m;
            va += fa * 0.01;
            vb += fb * 0.01;
            a += va * 0.01;
            b += vb * 0.01;
            mix(a);
            mix(StrictMath.tanh(vb) + StrictMath.exp(-Math.abs(va)));
        }

        @Override
        void poke(int value) {
            va += StrictMath.log1p(Math.abs(value % 100)) * 0.001;
        }
    }
}
