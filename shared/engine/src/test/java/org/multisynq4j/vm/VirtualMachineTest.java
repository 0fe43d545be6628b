package org.multisynq4j.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.model.Event;
import org.multisynq4j.model.FutureMessage;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.model.Subscription;
import org.multisynq4j.model.Topic;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.ListCatalog;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.snapshot.StateHash;

class VirtualMachineTest {
    /** Notes everything that happens to it. */
    static final class Recorder extends Model {
        static final Topic<String> SAY = Topic.of("room", "say", String.class);

        private final List<String> notes = new ArrayList<>();
        private FutureMessage repeating;
        private FutureMessage later;
        private Subscription subscription;
        private Child child;
        private transient int starts;

        @Override
        protected void init(Options options, Persisted persisted) {
            note("init");
            subscription = subscribe(SAY, this::heard);
            subscribe("room", "plan", this::plan);
            subscribe("room", "fail", () -> {
                note("about to fail");
                throw new IllegalStateException("on purpose");
            });
            subscribe("room", "fail", () -> note("the next handler still runs"));
            subscribe(sessionId(), "view-join", (ViewInfo view) -> note("joined " + view.viewId()));
            subscribe(sessionId(), "view-exit", (ViewInfo view) -> note("left " + view.viewId()));
            subscribe("room", "nested", this::nested);
            subscribe("room", "inner", () -> note("inner"));
            subscribe("room", "quiet", () -> subscription.cancel());
            subscribe("room", "repeat", () -> repeating = every(100, () -> note("tick")));
            subscribe("room", "stop", () -> note("stopped " + repeating.cancel()));
            subscribe("room", "child", () -> child = create(Child.class, "kid"));
            subscribe("room", "orphan", () -> child.destroy());
            subscribe("room", "use", () -> child.use());
            subscribe("room", "draw", () -> note("drew " + random(1000) + " " + random() + " " + generateId()));
            subscribe("room", "persist", () -> persistSession(() -> List.of("notes", notes.size())));
        }

        @Override
        protected void start() {
            starts++;
        }

        private void note(String text) {
            notes.add(text + "@" + (int) now());
        }

        private void heard(String text) {
            note(activeSender() + " said " + text);
        }

        private void plan(String text) {
            String captured = text;
            later = future(50, () -> note("planned " + captured));
            future(0, this::note, "at once");
            note("planning");
        }

        private void nested() {
            publish("room", "inner");
            publish("room", "outer");
            note("nested done");
        }
    }

    static final class Child extends Model {
        private String name = "";

        @Override
        protected void init(Options options, Persisted persisted) {
            name = options.as(String.class);
            beWellKnownAs("child");
            every(10, () -> publish("child", "lives", name));
        }

        void use() {
            future(1, () -> {});
        }
    }

    private final Replica replica = Replica.start(Recorder.class, new ListCatalog(Recorder.class, Child.class));

    private List<String> notes() {
        return replica.root(Recorder.class).notes;
    }

    @Test
    void beginsWithInitAndStartOnceOnTheRestoredState() {
        assertThat(notes()).containsExactly("init@0");
        assertThat(replica.root(Recorder.class).starts).isEqualTo(1);
        assertThat(replica.root(Recorder.class).id()).isEqualTo("M1");
        assertThat(replica.errors).isEmpty();
    }

    @Test
    void eventsOfAViewReachModelHandlersWithTheirSender() {
        replica.join(10, "ann").publish(20, "ann", "room", "say", "hello");

        assertThat(notes()).containsExactly("init@0", "joined ann@10", "ann said hello@20");
    }

    @Test
    void scheduledMessagesRunBeforeReflectedOnesOfTheSameTimeAndWhatTheySpawnAfter() {
        replica.join(10, "ann")
                .publish(100, "ann", "room", "plan", "first")
                .publish(150, "ann", "room", "plan", "second")
                .publish(150, "ann", "room", "say", "x")
                .runTo(1000);

        assertThat(notes())
                .containsExactly(
                        "init@0",
                        "joined ann@10",
                        "planning@100",
                        "at once@100",
                        "planned first@150",
                        "planning@150",
                        "at once@150",
                        "ann said x@150",
                        "planned second@200");
        assertThat(replica.vm.time()).isEqualTo(1000);
    }

    @Test
    void anExceptionIsReportedAndNeitherStopsOtherHandlersNorTheSession() {
        replica.join(10, "ann").publish(20, "ann", "room", "fail", null).publish(30, "ann", "room", "say", "on");

        assertThat(notes()).endsWith("about to fail@20", "the next handler still runs@20", "ann said on@30");
        assertThat(replica.errors).hasSize(1);
        assertThat(replica.errors.get(0).text())
                .contains("Recorder M1")
                .contains("the handler of room:fail")
                .contains("@20.0#4294967282")
                .contains("on purpose");
    }

    @Test
    void viewsHearNestedEventsBeforeTheOuterOne() {
        replica.join(10, "ann").publish(20, "ann", "room", "nested", null);

        assertThat(notes()).endsWith("inner@20", "nested done@20");
        assertThat(replica.published).containsExactly("room:inner", "room:outer");
    }

    @Test
    void aCancelledSubscriptionIsNotCalledAndNoLongerWorthSendingFor() {
        replica.join(10, "ann").publish(20, "ann", "room", "quiet", null).publish(30, "ann", "room", "say", "x");

        assertThat(notes()).doesNotContain("ann said x@30");
        assertThat(replica.vm.isSubscribed("room", "say")).isFalse();
        assertThat(replica.vm.isSubscribed("room", "plan")).isTrue();
    }

    @Test
    void everyRepeatsUntilCancelled() {
        replica.join(10, "ann")
                .publish(20, "ann", "room", "repeat", null)
                .runTo(330)
                .publish(350, "ann", "room", "stop", null)
                .runTo(1000);

        assertThat(notes()).endsWith("tick@120", "tick@220", "tick@320", "stopped true@350");
    }

    @Test
    void aDestroyedModelFallsSilentLosesItsNameAndNamesItselfWhenUsed() {
        replica.join(10, "ann").publish(20, "ann", "room", "child", null).runTo(45);
        assertThat(replica.published).containsExactly("child:lives=kid", "child:lives=kid");
        assertThat(replica.vm.wellKnownModel("child")).isPresent();

        replica.publish(46, "ann", "room", "orphan", null).runTo(100).publish(110, "ann", "room", "use", null);

        assertThat(replica.published).hasSize(2);
        assertThat(replica.vm.wellKnownModel("child")).isEmpty();
        assertThat(replica.errors).hasSize(1);
        assertThat(replica.errors.get(0).text()).contains("Child M2 was destroyed");
    }

    @Test
    void aReplicaRestoredAtAnyPointContinuesWithTheSameTrace() {
        replica.join(10, "ann")
                .publish(20, "ann", "room", "child", null)
                .publish(25, "ann", "room", "repeat", null)
                .publish(30, "ann", "room", "plan", "x");
        Replica copy = replica.copy();

        for (Replica each : List.of(replica, copy)) {
            each.publish(40, "ann", "room", "draw", null)
                    .users(50, List.of("bob"), List.of(), 2)
                    .publish(60, "bob", "room", "draw", null)
                    .runTo(500);
        }

        assertThat(copy.root(Recorder.class).notes).isEqualTo(notes());
        assertThat(copy.vm.traceHash()).isEqualTo(replica.vm.traceHash());
        assertThat(copy.vm.snapshot()).isEqualTo(replica.vm.snapshot());
        assertThat(copy.root(Recorder.class).starts).isEqualTo(1);
    }

    @Test
    void modelsCannotBeUsedFromOutside() {
        assertThatThrownBy(() -> replica.root(Recorder.class).plan("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only from model code");
        assertThatThrownBy(Recorder::new).hasMessageContaining("use create");
    }

    @Test
    void messagesOutOfSequenceAreRefused() {
        assertThatThrownBy(() -> replica.vm.receive(new ReflectedMessage.Ignored(10, 5, Optional.empty())))
                .isInstanceOf(OutOfSequenceException.class);
        replica.join(100, "ann");
        assertThatThrownBy(() -> replica.vm.receive(
                        new ReflectedMessage.Ignored(99, VirtualMachine.FIRST_SEQ + 2, Optional.empty())))
                .isInstanceOf(OutOfSequenceException.class);
    }

    @Test
    void repeatedHeldBackAndForeignMessagesAreRefusedAlikeEverywhere() {
        replica.join(10, "ann");
        byte[] payload = replica.vm.encodePayload("x");
        List<ParticipantMessage.Published> say = List.of(new ParticipantMessage.Published("room", "say", payload));
        replica.send(20, "ann", 1, say)
                .send(30, "ann", 1, say)
                .send(40, "ann", 4, say)
                .send(50, "ann", 3, say);
        replica.send(60, "eve", 1, say);
        replica.receive(400_000, "ann", 9, new ParticipantMessage.Events(1000, say));

        assertThat(notes()).containsExactly("init@0", "joined ann@10", "ann said x@20", "ann said x@40");
        assertThat(replica.suspicions)
                .hasSize(5)
                .anyMatch(s -> s.contains("earlier ones are missing"))
                .anyMatch(s -> s.contains("eve refused"))
                .anyMatch(s -> s.contains("held back"));
    }

    @Test
    void aReconnectIsNeitherExitNorJoinAndEachJoinHasOneExit() {
        replica.join(10, "ann")
                .users(20, List.of("ann", "bob"), List.of(), 3) // ann's second connection
                .users(30, List.of(), List.of("ann"), 2) // her first one ends
                .users(40, List.of(), List.of("ann"), 1)
                .users(50, List.of("cat"), List.of(), 1); // resumed from nobody: bob has left unseen

        assertThat(notes())
                .containsExactly(
                        "init@0", "joined ann@10", "joined bob@20", "left ann@40", "left bob@50", "joined cat@50");
    }

    @Test
    void persistenceIsSavedAtOnceThenThrottledAndOnlyWhenChanged() {
        replica.join(10, "ann")
                .join(20, "bob")
                .publish(1000, "ann", "room", "persist", null)
                .receive(1100, "bob", 1, new ParticipantMessage.Saved(1050, 1000))
                .publish(2000, "ann", "room", "say", "a")
                .publish(3000, "ann", "room", "persist", null)
                .publish(4000, "ann", "room", "persist", null)
                .runTo(26_500)
                .receive(27_000, "bob", 2, new ParticipantMessage.Saved(26_900, 26_000))
                .runTo(60_000)
                .publish(60_001, "ann", "room", "persist", null)
                .runTo(100_000);

        assertThat(replica.saved).containsExactly("1000.0 [\"notes\",3]", "26000.0 [\"notes\",4]");
    }

    /** So replicas may be compared at equal moments only when both have executed what is due there. */
    @Test
    void betweenAMessageAndWhatItScheduledForTheSameTimeAReplicaHasAnotherState() {
        replica.join(10, "ann");
        VirtualMachine vm = replica.vm;
        vm.receive(new ReflectedMessage.FromParticipant(
                1000,
                vm.seq() + 1,
                "ann",
                "e",
                1,
                new ParticipantMessage.Events(
                        1000, List.of(new ParticipantMessage.Published("room", "persist", vm.encodePayload(null))))));
        Set<String> states = new LinkedHashSet<>();
        boolean reached = false;
        while (!reached) {
            reached = vm.advance(1000, () -> true);
            if (vm.time() == 1000) {
                states.add(vm.seq() + " " + StateHash.of(vm.snapshot()));
            }
        }
        assertThat(states).hasSize(2);
        assertThat(states).extracting(state -> state.split(" ")[0]).containsOnly(Integer.toString(vm.seq()));
    }

    @Test
    void whatNobodyToldToHaveStoredBecomesDueAgainInACopyFromASnapshotToo() {
        replica.join(10, "ann")
                .join(20, "bob")
                .publish(1000, "ann", "room", "persist", null)
                .runTo(2000);
        Replica copy = replica.copy().runTo(26_000);

        assertThat(replica.vm.saveDueSince()).hasValue(1000);
        assertThat(copy.saved).containsExactly("26000.0 [\"notes\",3]");
        assertThat(copy.vm.saveDueSince()).hasValue(26_000);
        assertThat(copy.vm.unsavedData()).contains("[\"notes\",3]");

        copy.receive(26_500, "bob", 1, new ParticipantMessage.Saved(26_400, 26_000))
                .runTo(100_000);
        assertThat(copy.saved).hasSize(1);
        assertThat(copy.vm.saveDueSince()).isEmpty();
        assertThat(copy.vm.unsavedData()).isEmpty();
    }

    @Test
    void aLateWordAboutAnEarlierAttemptCompletesNothing() {
        replica.join(10, "ann")
                .join(20, "bob")
                .publish(1000, "ann", "room", "persist", null)
                .runTo(26_000);

        replica.receive(26_001, "bob", 1, new ParticipantMessage.Saved(26_000, 1000));

        assertThat(replica.vm.saveDueSince()).hasValue(26_000);
    }

    @Test
    void dataLongerThanTheLimitIsNotSavedAndTheErrorNamesItsLargestPart() {
        for (int limit = 10; limit <= 12; limit++) {
            Replica limited = Replica.start(
                    new VmSettings(
                            "session-under-test",
                            Recorder.class,
                            JsonObject.EMPTY,
                            new ListCatalog(Recorder.class, Child.class),
                            CodecLimits.SNAPSHOT,
                            limit),
                    Optional.empty());
            limited.join(10, "ann").publish(1000, "ann", "room", "persist", null);
            // ["notes",2] has eleven bytes.
            assertThat(limited.saved).hasSize(limit < 11 ? 0 : 1);
            if (limit < 11) {
                assertThat(limited.errors.get(0).text()).contains("$[0]").contains("limit of 10");
            }
        }
    }

    @Test
    void snapshotPollsTooCloseTogetherAreIgnored() {
        replica.join(10, "ann")
                .receive(4999, "ann", 1, new ParticipantMessage.SnapshotPoll(4999))
                .receive(5000, "ann", 2, new ParticipantMessage.SnapshotPoll(5000))
                .receive(9999, "ann", 3, new ParticipantMessage.SnapshotPoll(9999))
                .receive(10000, "ann", 4, new ParticipantMessage.SnapshotPoll(10000));

        assertThat(replica.polls).containsExactly(5000.0, 10000.0);
    }

    /** State that cannot be stored. */
    static final class Unstorable extends Model {
        private Object holder;

        @Override
        protected void init(Options options, Persisted persisted) {
            holder = new ArrayList<>(List.of(new java.util.Date(0)));
        }
    }

    @Test
    void stateThatCannotBeStoredIsFoundAtTheStartWithItsPath() {
        assertThatThrownBy(() -> Replica.start(Unstorable.class, new ListCatalog(Unstorable.class)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("holder[0]")
                .hasMessageContaining("java.util.Date");
    }

    /** Violates the rule for start(). */
    static final class Restless extends Model {
        @Override
        protected void start() {
            future(1, () -> {});
        }
    }

    @Test
    void startMustNotChangeTheWorld() {
        Replica restless = Replica.start(Restless.class, new ListCatalog(Restless.class));

        assertThat(restless.errors).isNotEmpty();
        assertThat(restless.errors.get(0).text()).contains("start()");
    }

    /** Watches everything. */
    static final class Watcher extends Model {
        private final List<String> seen = new ArrayList<>();

        @Override
        protected void init(Options options, Persisted persisted) {
            subscribeAll("*", this::watch);
            subscribeAll("room", this::watch);
        }

        private void watch(Event event) {
            seen.add(event.scope() + ":" + event.event() + " " + event.source() + " "
                    + event.sender().orElse("-"));
        }
    }

    @Test
    void genericSubscriptionsSeeEveryEventAndWhoSentIt() {
        Replica watched = Replica.start(Watcher.class, new ListCatalog(Watcher.class));
        watched.join(10, "ann").publish(20, "ann", "room", "any", 1).publish(30, "ann", "other", "any", 1);

        assertThat(watched.root(Watcher.class).seen)
                .containsExactly(
                        "session-under-test:view-join SYSTEM -",
                        "room:any VIEW ann",
                        "room:any VIEW ann",
                        "other:any VIEW ann");
    }

    /** Has a map whose key type only its class knows. */
    static final class Shelf extends Model {
        private enum Size {
            SMALL
        }

        private final EnumMap<Size, String> books = new EnumMap<>(Size.class);
    }

    @Test
    void anEmptyEnumMapIsStoredByTheKeyTypeThatTheCatalogKnows() {
        Replica replica = Replica.start(Shelf.class, new ListCatalog(Shelf.class, Shelf.Size.class));

        EnumMap<Shelf.Size, String> restored = replica.copy().root(Shelf.class).books;
        restored.put(Shelf.Size.SMALL, "haiku");
        assertThat(restored).hasSize(1);
    }

    private static ReflectedMessage.Vote vote(String viewId, String hash) {
        return new ReflectedMessage.Vote(viewId, 1, hash, Optional.empty());
    }

    @Test
    void oneVoteOfEachWhoIsHereCountsAndSecondOnesAreReported() {
        replica.join(10, "ann").join(20, "bob");
        replica.tally(200, List.of(vote("gone", "x"), vote("ann", "h"), vote("bob", "h")), 0);
        assertThat(replica.suspicions).isEmpty();

        replica.tally(300, List.of(vote("ann", "h"), vote("bob", "h"), vote("ann", "x")), 2);

        assertThat(replica.tallies)
                .extracting(ReflectedMessage.Tally::votes)
                .containsExactly(
                        List.of(vote("ann", "h"), vote("bob", "h")), List.of(vote("ann", "h"), vote("bob", "h")));
        assertThat(replica.suspicions).singleElement().asString().contains("3 of the votes on snapshot @100 refused");
    }

    /** Counts how often its data is collected, and asks for it while it is made, too. */
    static final class Collected extends Model {
        private static int collections;

        private String content = "as loaded";

        @Override
        protected void init(Options options, Persisted persisted) {
            persistSession(this::collect);
            subscribe("room", "change", this::change);
        }

        private void change(int length) {
            content = "x".repeat(length);
            for (int i = 0; i < 10; i++) {
                persistSession(this::collect);
            }
        }

        private String collect() {
            collections++;
            return content;
        }
    }

    @Test
    void dataIsCollectedWhenItIsDueAndNeverSavedWhileItIsLoaded() {
        Replica collecting = Replica.start(Collected.class, new ListCatalog(Collected.class));
        collecting.join(10, "ann").runTo(60_000);
        assertThat(collecting.saved).as("what was asked for during init").isEmpty();

        Collected.collections = 0;
        collecting.publish(61_000, "ann", "room", "change", 1).publish(62_000, "ann", "room", "change", 2);
        collecting.publish(63_000, "ann", "room", "change", 3).runTo(85_999);
        assertThat(collecting.saved).containsExactly("61000.0 \"x\"");
        assertThat(Collected.collections).as("thirty requests, one of them due").isEqualTo(1);

        collecting.runTo(86_000);
        assertThat(collecting.saved).containsExactly("61000.0 \"x\"", "86000.0 \"xxx\"");
        assertThat(Collected.collections).isEqualTo(2);
    }

    @Test
    void sixteenMegabytesAreSavedAndOneByteMoreIsNot() {
        int quotes = 2;
        for (int more = 0; more <= 1; more++) {
            Replica large = Replica.start(Collected.class, new ListCatalog(Collected.class));
            large.join(10, "ann").publish(1000, "ann", "room", "change", 16 * 1024 * 1024 - quotes + more);
            assertThat(large.saved).hasSize(1 - more);
            assertThat(large.errors).hasSize(more);
        }
    }
}
