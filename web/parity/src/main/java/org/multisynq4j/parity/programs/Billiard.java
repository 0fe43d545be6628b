package org.multisynq4j.parity.programs;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.parity.Program;
import org.multisynq4j.parity.Trace;

/** Discs that collide with each other and with the walls. */
final class Billiard implements Program {
    private static final double SIZE = 100;
    private static final double RADIUS = 3;

    private static final class Ball {
        double x;
        double y;
        double vx;
        double vy;
    }

    private final List<Ball> balls = new ArrayList<>();

    Billiard() {
        for (int i = 0; i < 12; i++) {
            Ball ball = new Ball();
            ball.x = 10 + i * 7.3;
            ball.y = 10 + (i * 37 % 80);
            ball.vx = StrictMath.cos(i) * 2;
            ball.vy = StrictMath.sin(i * 1.7) * 2;
            balls.add(ball);
        }
    }

    @Override
    public void step(int number, Trace trace) {
        for (int i = 0; i < balls.size(); i++) {
            Ball a = balls.get(i);
            a.x += a.vx;
            a.y += a.vy;
            if (a.x < RADIUS || a.x > SIZE - RADIUS) {
                a.vx = -a.vx;
            }
            if (a.y < RADIUS || a.y > SIZE - RADIUS) {
                a.vy = -a.vy;
            }
            for (int j = i + 1; j < balls.size(); j++) {
                collide(a, balls.get(j));
            }
            trace.put(a.x);
            trace.put(a.vy);
        }
    }

    private static void collide(Ball a, Ball b) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double distance = Math.sqrt(dx * dx + dy * dy);
        if (distance >= 2 * RADIUS || distance == 0) {
            return;
        }
        double nx = dx / distance;
        double ny = dy / distance;
        double push = (a.vx - b.vx) * nx + (a.vy - b.vy) * ny;
        a.vx -= push * nx;
        a.vy -= push * ny;
        b.vx += push * nx;
        b.vy += push * ny;
    }
}
