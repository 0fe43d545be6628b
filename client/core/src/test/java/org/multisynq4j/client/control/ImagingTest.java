package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.vm.ModelError;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.VirtualMachine;
import org.multisynq4j.vm.VmSettings;

class ImagingTest {
    private final SimPlatform platform = new SimWorld(1).platform();
    private final VirtualMachine machine = VirtualMachine.start(
            new VmSettings(
                    "session",
                    NoteModel.class,
                    JsonObject.EMPTY,
                    platform.catalog(NoteModel.class),
                    CodecLimits.SNAPSHOT),
            new NoErrors(),
            Optional.empty());

    private Imaging begin() {
        return new Imaging(platform.clock(), machine, "code", 0);
    }

    @Test
    void theImageIsTheEncodedStateAndItsMetadataDescribeIt() {
        machine.advance(1000, () -> false);
        Imaging imaging = begin();

        while (!imaging.go(() -> true)) {
            assertThat(imaging.id().timeMs()).isEqualTo(1000);
        }

        Image image = imaging.image();
        assertThat(image.bytes()).isEqualTo(machine.snapshot());
        assertThat(image.metadata().stateHash()).isEqualTo(Sha256.base64Url(image.bytes()));
        assertThat(image.metadata().traceHash()).isEqualTo(machine.traceHash());
        assertThat(image.metadata().codeHash()).isEqualTo("code");
        assertThat(image.metadata().timeMs()).isEqualTo(1000);
        assertThat(image.metadata().seq()).isEqualTo(VirtualMachine.FIRST_SEQ & 0xFFFFFFFFL);
    }

    @Test
    void aReplicaThatRunsMeanwhileIsFoundOut() {
        Imaging imaging = begin();
        machine.advance(1000, () -> false);

        assertThatThrownBy(() -> imaging.go(() -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ran on while the image @0#");
    }

    private static final class NoErrors implements ReplicaListener {
        @Override
        public void failed(ModelError error) {
            throw new AssertionError(error.text());
        }
    }
}
