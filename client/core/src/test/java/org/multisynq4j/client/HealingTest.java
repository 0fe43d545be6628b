package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multisynq4j.client.Divergence.Standing;
import org.multisynq4j.client.sim.GardenModel;
import org.multisynq4j.client.sim.GardenModel.Branch;
import org.multisynq4j.client.sim.GardenModel.Colour;
import org.multisynq4j.client.sim.GardenModel.Spot;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;

/** Replicas that something changed from outside: found, named, and made anew, with nothing lost. */
class HealingTest {
    /**
     * One way to spoil a replica.
     *
     * @param where the path that must be named
     * @param model whose it is
     */
    record Plant(String where, String model, Consumer<GardenModel> change) {
        @Override
        public String toString() {
            return where;
        }
    }

    private static Plant plant(String where, Consumer<GardenModel> change) {
        return new Plant("GardenModel." + where, "GardenModel M1", change);
    }

    private static Plant inBed(String where, Consumer<GardenModel> change) {
        return new Plant("Bed." + where, "Bed M2", change);
    }

    static Stream<Plant> plants() {
        return Stream.of(
                plant("notes", g -> g.notes.add("not from an event")),
                plant("aByte", g -> g.aByte++),
                plant("aShort", g -> g.aShort++),
                plant("aChar", g -> g.aChar++),
                plant("anInt", g -> g.anInt++),
                plant("aLong", g -> g.aLong++),
                plant("aFloat", g -> g.aFloat = Math.nextUp(g.aFloat)),
                plant("aDouble", g -> g.aDouble = Math.nextUp(g.aDouble)),
                plant("aDouble", g -> g.aDouble = Double.NaN),
                plant("aBoolean", g -> g.aBoolean = true),
                plant("text", g -> g.text = "texT"),
                plant("text", g -> g.text = null),
                plant("boxed", g -> g.boxed = 8),
                plant("boxed", g -> g.boxed = null),
                plant("colour", g -> g.colour = Colour.BLUE),
                plant("spot.x", g -> g.spot = new Spot(0.75, 0.25, "spot")),
                plant("spot.name", g -> g.spot = new Spot(0.5, 0.25, "here")),
                plant("maybe", g -> g.maybe = Optional.empty()),
                plant("maybe.get()", g -> g.maybe = Optional.of("gone")),
                plant("builder", g -> g.builder.append('!')),
                plant("bytes[1]", g -> g.bytes[1]++),
                plant("ints[2]", g -> g.ints[2]--),
                plant("longs[0]", g -> g.longs[0] = -1),
                plant("doubles[1]", g -> g.doubles[1] = -2),
                plant("floats[1]", g -> g.floats[1] = -2),
                plant("chars[0]", g -> g.chars[0] = 'z'),
                plant("booleans[1]", g -> g.booleans[1] = true),
                plant("texts[1]", g -> g.texts[1] = "c"),
                plant("grid[1][0]", g -> g.grid[1][0] = 9),
                plant("arrayList[1]", g -> g.arrayList.set(1, 9)),
                plant("arrayList", g -> g.arrayList.remove(2)),
                plant("arrayList[0]", g -> Collections.reverse(g.arrayList)),
                plant("linkedList", g -> g.linkedList.add(4)),
                plant("deque[0]", g -> g.deque.addLast(g.deque.removeFirst())),
                plant("map[\"a\"]", g -> g.map.put("a", 3)),
                plant("map", g -> g.map.put("c", 3)),
                plant("map.key(0)", g -> g.map.put("a", g.map.remove("a"))),
                plant("set", g -> g.set.add("b")),
                plant("treeMap[1]", g -> g.treeMap.put(1, "eins")),
                plant("treeSet", g -> g.treeSet.pollFirst()),
                plant("enumMap", g -> g.enumMap.put(Colour.RED, 1)),
                plant("enumSet", g -> g.enumSet.add(Colour.BLUE)),
                plant("bits", g -> g.bits.flip(63)),
                plant("tree.leaves", g -> g.tree.leaves++),
                plant("tree.left.right.leaves", g -> g.tree.left.right.leaves++),
                plant("tree.right.right.right.right", g -> g.tree.right.right.right.right = null),
                plant("tree.left.left.left.left.left", g -> g.tree.left.left.left.left.left = new Branch()),
                plant("spots[7].y", g -> g.spots.set(7, new Spot(7, 8, "spot 7"))),
                plant("spots", g -> g.spots.clear()),
                plant("spots[3]", g -> g.self = new Spot(3, 3, "spot 3")),
                plant("bed", g -> g.bed = g.other),
                inBed("plants", g -> g.bed.plants = 6),
                inBed("spots[1].name", g -> g.bed.spots.set(1, new Spot(3, 4, "third"))),
                inBed("garden", g -> g.bed.garden = null));
    }

    private final SimWorld world = new SimWorld(1);
    private final List<Divergence> told = new ArrayList<>();
    private final List<Divergence> toldOthers = new ArrayList<>();

    private static Join<GardenModel> join() {
        return Join.app("test.sim")
                .name("garden")
                .password(SimWorld.PASSWORD)
                .model(GardenModel.class)
                .debug("session,snapshot")
                .serverAddress(SimWorld.SERVER);
    }

    private Session live() {
        return world.live(world.platform(), join());
    }

    private static GardenModel garden(Session session) {
        return session.model(GardenModel.class);
    }

    private void vote(Session by) {
        by.forceSnapshot();
        world.run(2000);
    }

    private void assertAgreement(Session one, Session other) {
        world.awaitEqualTime(List.of(one, other));
        assertThat(other.stateHash()).isEqualTo(one.stateHash());
    }

    @ParameterizedTest
    @MethodSource("plants")
    void whatAViewChangesIsNamedAndUndoneWithoutLosingAnEvent(Plant plant) {
        SimPlatform platform = world.platform();
        Session sound = live();
        Session spoiled = world.live(platform, join());
        spoiled.onDivergence(told::add);
        sound.onDivergence(toldOthers::add);
        world.run(6000);
        sound.publish("garden", "note", "before");
        vote(sound);
        world.run(4000);
        sound.publish("garden", "note", "after the agreement");
        world.run(500);

        plant.change().accept(garden(spoiled));
        sound.forceSnapshot();
        for (int i = 0; i < 200; i++) {
            if (i % 10 == 0 && spoiled.state() == SessionState.LIVE) {
                spoiled.publish("garden", "note", "while healing " + i);
            }
            world.run(20);
        }

        assertThat(told).as("console %s", platform.console).hasSize(1);
        Divergence divergence = told.get(0);
        assertThat(divergence.outvoted()).isTrue();
        Divergence.Finding finding = divergence.finding().orElseThrow();
        assertThat(finding.difference().orElseThrow().path()).isEqualTo(plant.where());
        assertThat(finding.difference().orElseThrow().model()).isEqualTo(plant.model());
        assertThat(finding.difference().orElseThrow().left())
                .isNotEqualTo(finding.difference().orElseThrow().right());
        assertThat(finding.agreed()).isPresent();
        assertThat(finding.firstEvent().orElseThrow()).startsWith("garden:note by " + sound.viewId());
        assertThat(spoiled.state()).isEqualTo(SessionState.LIVE);
        assertAgreement(sound, spoiled);
        List<String> notes = garden(sound).notes;
        assertThat(notes).startsWith("before", "after the agreement").doesNotHaveDuplicates();
        assertThat(notes).filteredOn(note -> note.startsWith("while")).hasSizeGreaterThan(2);
    }

    @Test
    void whoeverAgreesWithMostIsToldOnceAndKeepsItsReplica() {
        // Without second replicas the votes alone show it.
        Session sound = world.live(world.platform(), join().shadow(false));
        Session second = world.live(world.platform(), join().shadow(false));
        Session spoiled = world.live(world.platform(), join().shadow(false));
        sound.onDivergence(toldOthers::add);
        spoiled.onDivergence(told::add);
        world.run(6000);
        garden(spoiled).anInt++;
        second.publish("garden", "count", 1);
        world.run(500);
        GardenModel kept = garden(sound);
        vote(sound);
        world.run(6000);

        assertThat(toldOthers).singleElement().satisfies(divergence -> {
            assertThat(divergence.standing()).isEqualTo(Standing.AGREED);
            assertThat(divergence.groups().get(1).viewIds()).hasSize(1);
        });
        assertThat(told).singleElement().satisfies(divergence -> {
            assertThat(divergence.standing()).isEqualTo(Standing.OUTVOTED_BY_TRACE);
            assertThat(divergence
                            .finding()
                            .orElseThrow()
                            .difference()
                            .orElseThrow()
                            .path())
                    .isEqualTo("GardenModel.aDouble"); // follows from anInt, and comes first in the encoding
        });
        assertThat(garden(sound)).isSameAs(kept);
        assertAgreement(sound, spoiled);
    }

    @Test
    void aPageWithoutOthersFindsOutByItself() {
        Session alone = live();
        alone.onDivergence(told::add);
        world.run(6000);
        vote(alone);
        world.run(4000);

        garden(alone).text = "a view wrote this";
        vote(alone);
        world.run(6000);

        assertThat(told).singleElement().satisfies(divergence -> {
            assertThat(divergence.standing()).isEqualTo(Standing.CHANGED_FROM_OUTSIDE);
            assertThat(divergence.finding().orElseThrow().toString())
                    .contains("GardenModel.text of GardenModel M1 was \"a view wrote this\" here and is \"text\"");
        });
        assertThat(garden(alone).text).isEqualTo("text");
    }

    @Test
    void whoeverIsOutvotedThreeTimesInARowGoesOnAsItIsTheFourthTime() {
        Session sound = live();
        Session second = live();
        Session spoiled = live();
        spoiled.onDivergence(told::add);
        world.run(6000);
        vote(sound);
        world.run(6000);

        for (int round = 1; round <= 4; round++) {
            garden(spoiled).anInt += 100;
            GardenModel before = garden(spoiled);
            vote(second);
            world.run(8000);
            assertThat(told).hasSize(round);
            assertThat(garden(spoiled) == before).as("round %d", round).isEqualTo(round == 4);
        }
        assertThat(told.get(2).finding().orElseThrow().difference()).isPresent();
        assertThat(told.get(3).finding().orElseThrow().difference()).isEmpty();
        world.awaitEqualTime(List.of(sound, second));
        assertThat(second.stateHash()).isEqualTo(sound.stateHash());
    }

    @Test
    void anAgreementBeginsTheCountAnew() {
        live();
        Session second = live();
        Session spoiled = live();
        spoiled.onDivergence(told::add);
        world.run(6000);

        for (int round = 1; round <= 5; round++) {
            garden(spoiled).anInt += 100;
            vote(second);
            world.run(8000);
            vote(second);
            world.run(8000);
        }
        assertThat(told).hasSize(5).allSatisfy(divergence -> assertThat(
                        divergence.finding().orElseThrow().difference())
                .isPresent());
    }
}
