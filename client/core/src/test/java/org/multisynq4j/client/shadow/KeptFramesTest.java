package org.multisynq4j.client.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.control.ImageId;

class KeptFramesTest {
    private final KeptFrames kept = new KeptFrames();

    private List<ShadowCommand> told() {
        List<ShadowCommand> told = new ArrayList<>();
        kept.tell(told::add);
        return told;
    }

    private static ShadowCommand frame(String text) {
        return new ShadowCommand.Frame(text);
    }

    @Test
    void aNewShadowIsToldEverythingSinceTheSync() {
        kept.begin("sync", 5);
        kept.add("six", 6);

        assertThat(told()).containsExactly(frame("sync"), frame("six"));
        assertThat(kept.lastSeq()).isEqualTo(6);
        assertThat(kept.isComplete()).isTrue();
    }

    @Test
    void fromASnapshotOfOurOwnOnOnlyWhatCameAfterIt() {
        kept.begin("sync", 0xFFFFFFF0L);
        kept.add("before", 0xFFFFFFFFL);
        kept.add("poll", 0);
        kept.add("after", 1);

        kept.startFrom("url", new ImageId(100, 0));

        assertThat(told()).containsExactly(new ShadowCommand.Load("url", new ImageId(100, 0)), frame("after"));
    }

    @Test
    void withAShadowRunningWhatBecomesTooLongIsGivenUpUntilTheNextBeginning() {
        kept.begin("s".repeat((int) KeptFrames.MAX_CHARS - 1), 1);
        kept.add("x", 2);
        kept.limit();
        assertThat(kept.isComplete()).isTrue();

        kept.add("x", 3);
        assertThat(told()).hasSize(3);
        kept.limit();

        assertThat(kept.isComplete()).isFalse();
        assertThat(told()).isEmpty();
        assertThat(kept.lastSeq()).isEqualTo(3);
        kept.begin("sync", 4);
        assertThat(kept.isComplete()).isTrue();
    }

    @Test
    void aSnapshotStoredAfterGivingUpBringsNothingBack() {
        kept.begin("sync", 1);
        kept.drop();

        kept.startFrom("url", new ImageId(1, 1));
        kept.add("x", 2);

        assertThat(kept.isComplete()).isFalse();
    }
}
