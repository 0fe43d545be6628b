package org.multisynq4j.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multisynq4j.snapshot.ListCatalog;
import org.multisynq4j.snapshot.StateHash;

/** A replica of a model that notes everything that happens to it. */
class VirtualMachineTest {
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
    void snapshotPollsTooCloseTogetherAreIgnored() {
        replica.join(10, "ann")
                .receive(4999, "ann", 1, new ParticipantMessage.SnapshotPoll(4999))
                .receive(5000, "ann", 2, new ParticipantMessage.SnapshotPoll(5000))
                .receive(9999, "ann", 3, new ParticipantMessage.SnapshotPoll(9999))
                .receive(10000, "ann", 4, new ParticipantMessage.SnapshotPoll(10000));

        assertThat(replica.polls).containsExactly(5000.0, 10000.0);
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
}
