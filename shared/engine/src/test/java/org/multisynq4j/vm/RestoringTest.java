package org.multisynq4j.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.snapshot.ListCatalog;
import org.multisynq4j.snapshot.SnapshotException;

/** A replica made of a snapshot a little at a time. */
class RestoringTest {
    private static final VmSettings SETTINGS = Replica.settings(Herd.class, new ListCatalog(Herd.class));

    /** Many small objects. */
    static final class Herd extends Model {
        final List<int[]> animals = new ArrayList<>();
        transient int starts;

        @Override
        protected void init(Options options, Persisted persisted) {
            for (int i = 0; i < 5000; i++) {
                animals.add(new int[] {i});
            }
        }

        @Override
        protected void start() {
            starts++;
        }
    }

    private final Replica replica = Replica.start(Herd.class, SETTINGS.catalog());

    private Restoring begin(byte[] snapshot) {
        return VirtualMachine.beginRestore(SETTINGS, replica, snapshot);
    }

    @Test
    void itIsThereWhenItsLastPortionIs() {
        Restoring restoring = begin(replica.vm.snapshot());
        int portions = 1;
        while (!restoring.go(() -> true)) {
            assertThatIllegalStateException().isThrownBy(restoring::machine);
            portions++;
        }

        assertThat(portions).isGreaterThan(4);
        assertThat(restoring.machine().snapshot()).isEqualTo(replica.vm.snapshot());
        assertThat(restoring.go(() -> true)).as("nothing is left").isTrue();
        assertThat(((Herd) restoring.machine().rootModel()).starts).isEqualTo(1);
    }

    @Test
    void twoCanBeMadeByTurns() {
        byte[] snapshot = replica.vm.snapshot();
        Restoring one = begin(snapshot);
        Restoring other = begin(snapshot);
        boolean done = false;
        while (!done) {
            done = one.go(() -> true) & other.go(() -> true);
            replica.runTo(replica.vm.time() + 10);
        }

        assertThat(one.machine().snapshot()).isEqualTo(snapshot);
        assertThat(other.machine().snapshot()).isEqualTo(snapshot);
    }

    @Test
    void damageIsFoundWhenItIsReached() {
        byte[] snapshot = replica.vm.snapshot();
        Restoring restoring = begin(Arrays.copyOf(snapshot, snapshot.length - 1));

        assertThat(restoring.go(() -> true)).isFalse();
        assertThatThrownBy(() -> restoring.go(() -> false)).isInstanceOf(SnapshotException.class);
    }
}
