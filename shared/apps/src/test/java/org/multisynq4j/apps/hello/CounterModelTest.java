package org.multisynq4j.apps.hello;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multisynq4j.apps.Room;

class CounterModelTest {
    @Test
    void countsOnceASecond() {
        Room<CounterModel> room = Room.of(CounterModel.class).join("ann").pass(999.9);
        assertThat(room.model().count()).isZero();
        assertThat(room.pass(0.1).model().count()).isEqualTo(1);
        assertThat(room.pass(9000).model().count()).isEqualTo(10);
    }

    @Test
    void aResetByAnybodyStartsAgainForEverybody() {
        Room<CounterModel> room =
                Room.of(CounterModel.class).join("ann").join("bob").pass(5000);
        room.publish("bob", CounterModel.RESET, true);
        assertThat(room.model().count()).isZero();
        assertThat(room.published).endsWith("counter:changed=0");
        assertThat(room.pass(2000).model().count()).isEqualTo(2);
    }

    @Test
    void somebodyWhoComesLateContinuesTheSameCount() {
        Room<CounterModel> room = Room.of(CounterModel.class).join("ann").pass(3500);
        Room<CounterModel> late = room.lateJoiner().pass(1000);
        assertThat(late.model().count()).isEqualTo(4);
        assertThat(late.state()).isEqualTo(room.pass(1000).state());
    }
}
