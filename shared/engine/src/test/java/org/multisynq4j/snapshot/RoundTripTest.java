package org.multisynq4j.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.multisynq4j.snapshot.Sample.Copying;
import org.multisynq4j.snapshot.Sample.Everything;
import org.multisynq4j.snapshot.Sample.Holder;
import org.multisynq4j.snapshot.Sample.Kind;
import org.multisynq4j.snapshot.Sample.Mapper;
import org.multisynq4j.snapshot.Sample.Meta;
import org.multisynq4j.snapshot.Sample.Node;
import org.multisynq4j.snapshot.Sample.Point;
import org.multisynq4j.snapshot.Sample.Step;
import org.multisynq4j.snapshot.Sample.Task;

class RoundTripTest {
    private final TypeCatalog catalog = new JvmCatalog(Sample.class, RoundTripTest.class);
    private final ObjectEncoder encoder = new ObjectEncoder(catalog, CodecLimits.SNAPSHOT);
    private final ObjectDecoder decoder = new ObjectDecoder(catalog, CodecLimits.SNAPSHOT);

    /** Decodes an encoding and checks that the copy encodes to the same bytes. */
    private <T> T copy(T root) {
        byte[] bytes = encoder.encode(root);
        @SuppressWarnings("unchecked")
        T copy = (T) decoder.decode(bytes, Object.class);
        assertThat(encoder.encode(copy)).as("encoding of the copy").isEqualTo(bytes);
        return copy;
    }

    @Test
    void everyKindOfValueComesBack() {
        Everything e = Everything.make(5);
        Everything back = copy(e);
        assertThat(back.secret()).isEqualTo(6);
        assertThat(back.name).isEqualTo(e.name);
        assertThat(back.c).isEqualTo(e.c);
        assertThat(back.i).isEqualTo(e.i);
        assertThat(back.j).isEqualTo(e.j);
        assertThat(1 / back.d).isNegative();
        assertThat(back.boxF).isNaN();
        assertThat(back.nothing).isNull();
        assertThat(back.ignoredTransient).isEqualTo(3);
        assertThat(back.kind).isSameAs(Kind.GREEN);
        assertThat(back.kind.weight()).isEqualTo(7);
        assertThat(back.point).isEqualTo(e.point);
        assertThat(back.longs).isEqualTo(e.longs);
        assertThat(back.chars).isEqualTo(e.chars);
        assertThat(back.strings).isEqualTo(e.strings);
        assertThat(back.grid).isDeepEqualTo(e.grid);
        assertThat(back.lists.getClass()).isEqualTo(List[].class);
        assertThat(back.linkedList).isEqualTo(e.linkedList);
        assertThat(back.deque).containsExactly("front", "back");
        assertThat(back.map.keySet()).containsExactlyElementsOf(e.map.keySet());
        assertThat(back.map.get(new Point(1, 2, "key", null))).isEqualTo("record key");
        assertThat(back.set).containsExactly("z", "a", 5L);
        assertThat(back.reversed).containsExactly("c", "b", "a");
        assertThat(back.reversed.first()).isEqualTo("c");
        back.byLength.add("dddd");
        back.byLength.add("xx");
        assertThat(back.byLength).containsExactly("a", "bb", "ccc", "dddd");
        assertThat(back.enumMap).isEqualTo(e.enumMap);
        back.emptyEnumMap.put(Kind.RED, 1);
        back.emptyEnumSet.add(Kind.RED);
        assertThat(back.bits).isEqualTo(e.bits);
        assertThat(back.some).containsSame(back.point);
        assertThat(back.none).isEmpty();
        assertThat(back.immutable).isEqualTo(e.immutable);
        assertThat(back.builder.toString()).isEqualTo("built");
    }

    @Test
    void identityAndCyclesAreKept() {
        Everything back = copy(Everything.make(2));
        assertThat(back.self).isSameAs(back);
        assertThat(back.shared1).isSameAs(back.shared2).isSameAs(back.point.next());
        assertThat(back.arrayList.get(3)).isSameAs(back.point);
        assertThat(back.treeMap.get("a")).isSameAs(back);
        assertThat(back.steps.get(3)).isSameAs(back.steps.get(1)).isNotSameAs(back.steps.get(0));
    }

    @Test
    void lambdasLiveOnAndBehaveAlike() {
        Everything e = Everything.make(3);
        Everything back = copy(e);
        for (int round = 0; round < 3; round++) {
            e.run();
            back.run();
        }
        assertThat(back.i).isEqualTo(e.i);
        assertThat(back.j).isEqualTo(e.j);
        assertThat(back.text).isEqualTo(e.text);
        assertThat(back.fixedSum).isEqualTo(3);
        assertThat(encoder.encode(back)).isEqualTo(encoder.encode(e));
        assertThat(encoder.encode(copy(back))).isEqualTo(encoder.encode(e));
    }

    @Test
    void aLambdaMayBeReachedThroughItselfFirst() {
        Meta model = new Meta();
        Step step = () -> model.meta = "ran";
        model.meta = step;
        Holder root = new Holder(step, new ArrayList<>());
        Holder back = copy(root);
        ((Step) back.value()).run();
        // The lambda's model held the lambda: after decoding it is this very one.
        Holder again = copy(root);
        List<Object> probe = new ArrayList<>();
        probe.add(again.value());
        assertThat(copy(probe)).hasSize(1);
    }

    @Test
    void aCycleThroughARecordIsKeptWhereverItIsEntered() {
        List<Object> list = new ArrayList<>();
        Holder outer = new Holder("outer", list);
        list.add(outer);
        list.add(new Holder(outer, list));
        Holder back = copy(outer);
        assertThat(back.list().get(0)).isSameAs(back);
        assertThat(((Holder) back.list().get(1)).value()).isSameAs(back);
        List<Object> backList = copy(list);
        assertThat(((Holder) backList.get(0)).list()).isSameAs(backList);
        Node node = new Node();
        node.value = new Object[] {new Holder(node, list), List.of(node)};
        Holder entered = (Holder) ((Object[]) node.value)[0];
        Holder enteredBack = copy(entered);
        assertThat(((Object[]) ((Node) enteredBack.value()).value)[0]).isSameAs(enteredBack);
    }

    @Test
    void aSetFindsAKeyThatWasUnfinishedWhenTheSetWasRead() {
        Task task = new Task();
        Task other = new Task();
        other.number = 1;
        task.number = 2;
        LinkedHashSet<Object> hashed = new LinkedHashSet<>(List.of(task, other, new Holder(task, new ArrayList<>())));
        TreeSet<Object> sorted = new TreeSet<>(List.of(task, other));
        TreeMap<Object, Object> map = new TreeMap<>();
        map.put(other, sorted);
        map.put(task, hashed);
        task.a = List.of(hashed, sorted, map);
        Task back = copy(task);
        List<?> parts = (List<?>) back.a;
        assertThat(((LinkedHashSet<?>) parts.get(0)).contains(back)).isTrue();
        assertThat(((TreeSet<?>) parts.get(1)).last()).isSameAs(back);
        assertThat(((TreeMap<?, ?>) parts.get(2)).get(back)).isSameAs(parts.get(0));
    }

    @Test
    void aRecordThatCopiesItsComponentsKeepsTheGraphAsItWas() {
        Copying copying = new Copying(List.of("a"), new double[] {1});
        List<Object> root = new ArrayList<>(List.of(copying, copying.list(), copying.numbers()));
        List<Object> back = copy(root);
        assertThat(back.get(1)).isSameAs(((Copying) back.get(0)).list());
        assertThat(back.get(2)).isSameAs(((Copying) back.get(0)).numbers());
    }

    @Test
    void unmodifiableListsOfEveryOriginComeBackUnmodifiable() {
        List<Object> of = new ArrayList<>();
        of.add(List.of());
        of.add(List.of(1));
        of.add(List.of(1, 2));
        of.add(List.of(1, 2, 3));
        of.add(Stream.of(1, 2).toList());
        of.add(Stream.empty().toList());
        of.add(Stream.of("null", null).toList());
        of.add(Collections.emptyList());
        of.add(Collections.singletonList(1));
        of.add(Collections.unmodifiableList(new ArrayList<>(List.of(1))));
        of.add(List.copyOf(new ArrayList<>(List.of(9))));
        List<Object> back = copy(of);
        assertThat(back).isEqualTo(of);
        for (Object list : back) {
            assertThat(((List<?>) list).getClass())
                    .isEqualTo(Collections.unmodifiableList(new ArrayList<>()).getClass());
        }
    }

    @Test
    void whereIdentityIsUpToThePlatformTheEncodingDoesNotDependOnIt() {
        List<Integer> one = new ArrayList<>(List.of(1));
        List<Integer> immutable = List.copyOf(one);
        assertThat(encoder.encode(List.of(immutable, immutable)))
                .isEqualTo(encoder.encode(List.of(immutable, List.copyOf(one))));
        Mapper mapper = x -> x;
        Mapper restored = (Mapper) decoder.decode(encoder.encode(mapper), Object.class);
        assertThat(encoder.encode(List.of(mapper, mapper))).isEqualTo(encoder.encode(List.of(mapper, restored)));
    }

    @Test
    void aChainOf100000NodesNeedsNoDeepStack() throws InterruptedException {
        Node first = new Node();
        Node last = first;
        for (int i = 0; i < 100_000; i++) {
            last.next = new Node();
            last.next.value = new Holder(List.of(i), new ArrayList<>());
            last = last.next;
        }
        last.value = first;
        Object nested = "end";
        for (int i = 0; i < 100_000; i++) {
            nested = i % 2 == 0 ? new Holder(nested, null) : new ArrayList<>(List.of(nested));
        }
        Node root = new Node();
        root.next = first;
        root.value = nested;
        List<Object> results = new ArrayList<>();
        Thread small = new Thread(null, () -> results.add(copy(root)), "small stack", 160 * 1024);
        small.start();
        small.join();
        Node back = (Node) results.get(0);
        int count = 0;
        Node at = back.next;
        for (; at.next != null; at = at.next) {
            count++;
        }
        assertThat(count).isEqualTo(100_000);
        assertThat(at.value).isSameAs(back.next);
    }

    @Test
    void plainValuesMayBeTheRoot() {
        assertThat(decoder.decode(encoder.encode(null), Object.class)).isNull();
        assertThat(copy("text")).isEqualTo("text");
        assertThat(copy(Kind.GREEN)).isSameAs(Kind.GREEN);
        assertThat(copy(new LinkedHashMap<>(
                        Collections.singletonMap("k", Arrays.asList(1).size()))))
                .containsEntry("k", 1);
    }
}
