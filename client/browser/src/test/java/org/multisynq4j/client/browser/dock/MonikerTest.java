package org.multisynq4j.client.browser.dock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MonikerTest {
    @Test
    void oneIdHasOneMoniker() {
        assertThat(Moniker.of("session-1")).isEqualTo(Moniker.of("session-1"));
        assertThat(Moniker.of("session-1").word()).hasSize(5);
    }

    @Test
    void differentIdsAreToldApart() {
        TreeSet<String> words = new TreeSet<>();
        TreeSet<Integer> hues = new TreeSet<>();
        for (int i = 0; i < 1000; i++) {
            words.add(Moniker.of("id" + i).word());
            hues.add(Moniker.of("id" + i).hue());
        }
        assertThat(words).hasSizeGreaterThan(970);
        assertThat(hues).hasSizeGreaterThan(300);
    }

    @Test
    void theTwoColoursDiffer() {
        for (int i = 0; i < 1000; i++) {
            Moniker moniker = Moniker.of("id" + i);
            int distance = Math.floorMod(moniker.hue() - moniker.secondHue(), 360);
            assertThat(Math.min(distance, 360 - distance)).as("id%d", i).isGreaterThanOrEqualTo(40);
            assertThat(moniker.hue()).isBetween(0, 359);
        }
    }

    @Test
    void anUnknownIdHasNoWord() {
        assertThat(Moniker.of("").word()).isEmpty();
    }
}
