package org.multisynq4j.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.DataHandle;
import org.multisynq4j.model.Event;
import org.multisynq4j.model.FutureMessage;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.model.Subscription;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.snapshot.ListCatalog;

/**
 * The snapshot of a small session in which each of the engine's own stored classes occurs, as every build with the same {@link EngineVersion#FORMAT} writes it. It
 * differs after any change of their fields, of when things happen, or of what the hashes are made of: then snapshots of running sessions can no longer be read, or
 * old and new replicas diverge. So raise the format, which makes them different sessions, and put the new snapshot beside the old one.
 */
class EngineGoldenTest {
    private static final String HANDLE = "d1.AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fAAAABQ";

    /** Method references only: compilers may number lambdas differently. */
    static final class Everything extends Model {
        private final List<Object> seen = new ArrayList<>();
        private FutureMessage repeating;
        private FutureMessage later;
        private Subscription subscription;
        private Model part;

        @Override
        protected void init(Options options, Persisted persisted) {
            subscribe(sessionId(), "view-join", this::joined);
            subscription = subscribe("room", "say", this::heard);
            repeating = every(300, this::tick);
            later = future(10_000, this::heard, "later");
            future(20_000, this::tick);
            part = create(Part.class, "part");
            seen.add(DataHandle.parse(HANDLE));
        }

        private void joined(ViewInfo view) {
            seen.add(view);
        }

        private void heard(String text) {
            seen.add(activeEvent().orElse(null));
            seen.add(text + random(1000) + generateId());
            persistSession(this::saved);
        }

        private List<Integer> saved() {
            return List.of(seen.size());
        }

        private void tick() {
            seen.add(now());
        }
    }

    static final class Part extends Model {
        private String name = "";

        @Override
        protected void init(Options options, Persisted persisted) {
            name = options.as(String.class);
            beWellKnownAs("part");
        }
    }

    private static byte[] snapshot() {
        Replica replica = Replica.start(Everything.class, new ListCatalog(Everything.class, Part.class));
        replica.join(100, "ann").join(200, "bob");
        replica.publish(250, "ann", "room", "say", "one");
        replica.publish(400, "bob", "room", "say", "two");
        replica.users(500, List.of(), List.of("bob"), 1);
        assertThat(replica.errors).isEmpty();
        assertThat(replica.saved).as("the first is due, the second waits").hasSize(1);
        return replica.runTo(1_000).vm.snapshot();
    }

    private static String lines(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).replaceAll("(.{96})", "$1\n");
    }

    @Test
    void aSnapshotOfThisFormatIsWrittenAsItAlwaysWas() throws Exception {
        String name = "/golden/engine-" + EngineVersion.FORMAT + ".hex";
        try (InputStream golden = EngineGoldenTest.class.getResourceAsStream(name)) {
            String now = lines(snapshot());
            assertThat(golden)
                    .as(
                            "if the engine's behaviour or layout was changed on purpose: raise EngineVersion.FORMAT and store"
                                    + " this as src/test/resources/golden/engine-<format>.hex\n" + now)
                    .isNotNull();
            assertThat(now.strip())
                    .as("snapshot of engine format " + EngineVersion.FORMAT
                            + "; if it was changed on purpose, raise EngineVersion.FORMAT")
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.US_ASCII).strip());
        }
    }

    @Test
    void everyStoredClassOfTheEngineOccursInIt() {
        String text = new String(snapshot(), StandardCharsets.ISO_8859_1);
        for (Class<?> stored : EngineTypes.stored()) {
            assertThat(text).contains(stored.getName());
        }
    }

    @Test
    void itIsReadAndGoesOnTheSame() {
        VmSettings settings = Replica.settings(Everything.class, new ListCatalog(Everything.class, Part.class));
        byte[] bytes = snapshot();
        VirtualMachine read = VirtualMachine.restore(settings, Replica.start(settings, Optional.empty()), bytes);
        assertThat(read.snapshot()).isEqualTo(bytes);
        assertThat(read.views()).extracting(ViewInfo::viewId).containsExactly("ann");
        Everything root = (Everything) read.rootModel();
        assertThat(root.seen).hasSizeGreaterThan(6).hasAtLeastOneElementOfType(Event.class);
        assertThat(root.later.isPending()).isTrue();
        assertThat(root.repeating.isPending()).isTrue();
        assertThat(root.wellKnownModel("part")).containsSame(root.part);
        assertThat(root.subscription).isNotNull();
        assertThat(read.saveDueSince()).hasValue(250);
    }
}
