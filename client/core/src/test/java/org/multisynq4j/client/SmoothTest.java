package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothTest {
    @Test
    void goesHalfTheWayInAHalfLifeWhateverTheFrameRate() {
        Smooth few = Smooth.number(0, 100);
        Smooth many = Smooth.number(0, 100);
        few.value(0);
        many.value(0);
        few.target(10);
        many.target(10);
        for (int i = 1; i <= 100; i++) {
            many.value(i);
        }

        assertThat(few.value(100)).isCloseTo(5, within(1e-9));
        assertThat(many.value(100)).isCloseTo(5, within(1e-9));
    }

    @Test
    void anAngleTakesTheShorterWay() {
        Smooth angle = Smooth.angle(0.1, 100);
        angle.value(0);
        angle.target(2 * Math.PI - 0.1);
        assertThat(angle.value(100)).isCloseTo(0, within(1e-9));
    }

    @Test
    void aJumpIsImmediate() {
        Smooth number = Smooth.number(0, 100);
        number.jump(7);
        assertThat(number.value(0)).isEqualTo(7);
    }

    @Test
    void coloursAreMixedByChannel() {
        assertThat(Smooth.mix(0x000000, 0xFF8000, 0.5)).isEqualTo(0x804000);
        assertThat(Smooth.mix(0x112233, 0xFFFFFF, -1)).isEqualTo(0x112233);
        assertThat(Smooth.mix(0x112233, 0xFFFFFF, 2)).isEqualTo(0xFFFFFF);
    }
}
