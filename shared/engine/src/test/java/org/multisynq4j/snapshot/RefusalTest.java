package org.multisynq4j.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.multisynq4j.snapshot.Sample.Chat;
import org.multisynq4j.snapshot.Sample.ExtendsList;
import org.multisynq4j.snapshot.Sample.Holder;
import org.multisynq4j.snapshot.Sample.Meta;
import org.multisynq4j.snapshot.Sample.NoConstructor;
import org.multisynq4j.snapshot.Sample.Node;

/** What the encoder says of things it cannot store. */
class RefusalTest {
    private final TypeCatalog catalog = new JvmCatalog(Sample.class);
    private final ObjectEncoder encoder = new ObjectEncoder(catalog, CodecLimits.SNAPSHOT);

    private AbstractThrowableAssert<?, ?> refusalOf(Object value) {
        return assertThatThrownBy(() -> encoder.encode(value)).isInstanceOf(SnapshotException.class);
    }

    private AbstractThrowableAssert<?, ?> refusalOfField(Object value) {
        Meta meta = new Meta();
        meta.meta = value;
        return refusalOf(meta);
    }

    @Test
    void theMessageNamesThePathTheTypeAndWhatToDo() {
        Chat chat = new Chat();
        for (int i = 0; i < 4; i++) {
            chat.lines.add(new Meta());
        }
        chat.lines.get(3).meta = new Date();
        refusalOf(chat)
                .hasMessage(
                        "Chat.lines[3].meta : java.util.Date cannot be stored in a snapshot; Store milliseconds as a double or long; now() gives the"
                                + " session's time.");
    }

    @Test
    void pathsLeadThroughEveryKindOfContainer() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("key", new Date());
        refusalOfField(map).hasMessageStartingWith("Meta.meta[\"key\"] : java.util.Date");
        refusalOfField(new LinkedHashMap<>(Map.of(new Holder(new Date(), null), 1)))
                .hasMessageStartingWith("Meta.meta.key(0).value : java.util.Date");
        refusalOfField(new Object[] {1, new Object[] {new Date()}})
                .hasMessageStartingWith("Meta.meta[1][0] : java.util.Date");
        refusalOfField(java.util.Optional.of(new Date())).hasMessageStartingWith("Meta.meta.get() : java.util.Date");
        refusalOfField(List.of(1, List.of(new Date()))).hasMessageStartingWith("Meta.meta[1][0] : java.util.Date");
        Date captured = new Date();
        Sample.Step step = () -> captured.setTime(1);
        refusalOfField(step).hasMessageStartingWith("Meta.meta.captured(0) : java.util.Date");
        Comparator<String> comparator = (a, b) -> 0;
        refusalOfField(new TreeMap<>(comparator))
                .hasMessageStartingWith("Meta.meta.comparator() : ")
                .hasMessageContaining("Serializable");
    }

    @Test
    void longPathsShowTheirEnds() {
        Node first = new Node();
        Node last = first;
        for (int i = 0; i < 1000; i++) {
            last.next = new Node();
            last = last.next;
        }
        last.value = new Date();
        String next = ".next".repeat(16);
        refusalOf(first)
                .hasMessageStartingWith(
                        "Node" + next + "…(969 more)…" + ".next".repeat(15) + ".value : java.util.Date");
    }

    @Test
    void typesOfTheLibraryHaveAReplacement() {
        refusalOfField(new HashMap<>()).hasMessageContaining("use LinkedHashMap or TreeMap");
        refusalOfField(Map.of("a", 1)).hasMessageContaining("use LinkedHashMap or TreeMap");
        refusalOfField(new IdentityHashMap<>()).hasMessageContaining("use LinkedHashMap or TreeMap");
        refusalOfField(new HashSet<>()).hasMessageContaining("use LinkedHashSet or TreeSet");
        refusalOfField(Set.of(1)).hasMessageContaining("use LinkedHashSet or TreeSet");
        refusalOfField(new Vector<>()).hasMessageContaining("new ArrayList");
        refusalOfField(Arrays.asList(1, 2)).hasMessageContaining("new ArrayList");
        refusalOfField(new ArrayList<>(List.of(1)).subList(0, 1)).hasMessageContaining("new ArrayList");
        refusalOfField(Collections.unmodifiableSortedMap(new TreeMap<>())).hasMessageContaining("new TreeMap");
        refusalOfField(new PriorityQueue<>()).hasMessageContaining("TreeSet whose comparator decides ties");
        refusalOfField(new Random()).hasMessageContaining("random()");
        refusalOfField(UUID.randomUUID()).hasMessageContaining("generateId()");
        refusalOfField(new AtomicInteger()).hasMessageContaining("plain field");
        refusalOfField(java.time.Instant.EPOCH).hasMessageContaining("milliseconds");
        refusalOfField(java.math.BigInteger.ONE).hasMessageContaining("long");
        refusalOfField(String.class).hasMessageContaining("its name");
        refusalOfField(new Object()).hasMessageContaining("marker");
        refusalOfField(new RuntimeException()).hasMessageContaining("transient");
        refusalOfField(TimeUnit.DAYS).hasMessageContaining("transient");
        refusalOfField(new TreeMap<>(Comparator.comparing(Object::toString)))
                .hasMessageContaining("Meta.meta.comparator()");
    }

    @Test
    void classesOfTheApplicationHaveAReasonToo() {
        refusalOfField(new NoConstructor(1)).hasMessageContaining("no constructor without arguments");
        refusalOfField(new ExtendsList()).hasMessageContaining("extends java.util.ArrayList");
        refusalOfField(new RefusalTest()).hasMessageContaining("not known to be part of the application's state");
        refusalOfField(new Meta() {}).hasMessageContaining("must become a named static one");
        refusalOfField(new RefusalTest[1][1])
                .hasMessageContaining("an array of org.multisynq4j.snapshot.RefusalTest cannot");
        Runnable runnable = () -> {};
        refusalOfField(runnable).hasMessageContaining("extends java.io.Serializable");
    }

    @Test
    void limitsHoldToTheObject() {
        ObjectEncoder small = new ObjectEncoder(catalog, new CodecLimits(400, 3, 2, 16));
        assertThat(small.encode(new Object[] {new int[1], new int[1]})).isNotEmpty();
        assertThatThrownBy(() -> small.encode(new Object[] {new int[1], new int[1], new int[1]}))
                .hasMessageContaining("more than 3 objects");
        assertThat(small.encode(List.of(List.of()))).isNotEmpty();
        assertThatThrownBy(() -> small.encode(List.of(List.of(List.of())))).hasMessageContaining("more than 2 deep");
        assertThat(small.encode("0123456789abcdef")).isNotEmpty();
        assertThatThrownBy(() -> small.encode("0123456789abcdefg")).hasMessageContaining("longer than 16 bytes");
        // Magic, version, tag and count take 7 bytes.
        assertThat(small.encode(new byte[393])).hasSize(400);
        assertThatThrownBy(() -> small.encode(new byte[394])).hasMessageContaining("larger than 400 bytes");
    }
}
