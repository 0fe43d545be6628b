package org.multisynq4j.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.multisynq4j.snapshot.Sample.Everything;
import org.multisynq4j.snapshot.Sample.Kind;
import org.multisynq4j.snapshot.Sample.Meta;
import org.multisynq4j.snapshot.Sample.Point;
import org.multisynq4j.snapshot.Sample.Strict;

class HostileInputTest {
    private final TypeCatalog catalog = new JvmCatalog(Sample.class);
    private final ObjectEncoder encoder = new ObjectEncoder(catalog, CodecLimits.SNAPSHOT);
    private final ObjectDecoder decoder = new ObjectDecoder(catalog, CodecLimits.SNAPSHOT);
    private final byte[] sample = encoder.encode(Everything.make(4));

    /** Ends in a graph that can be stored again, or in the one exception. */
    private boolean decodes(byte[] bytes, String what) {
        Object graph;
        try {
            graph = decoder.decode(bytes, Object.class);
        } catch (SnapshotException refused) {
            assertThat(refused.getMessage()).as(what).isNotBlank();
            return false;
        } catch (Throwable other) {
            return fail(what + " ended in " + other, other);
        }
        try {
            encoder.encode(graph);
        } catch (SnapshotException notStorable) {
            // A damaged lambda or enum may not be storable; that is checked where it is stored.
            assertThat(notStorable.getMessage()).as(what).isNotBlank();
        }
        return true;
    }

    @Test
    void everyTruncationIsRefused() {
        for (int length = 0; length < sample.length; length++) {
            assertThat(decodes(java.util.Arrays.copyOf(sample, length), "length " + length))
                    .as("length " + length)
                    .isFalse();
        }
        assertThat(decodes(java.util.Arrays.copyOf(sample, sample.length + 1), "one byte more"))
                .isFalse();
    }

    @Test
    void everyFlippedBitEndsInAGraphOrARefusal() {
        for (int at = 0; at < sample.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = sample.clone();
                damaged[at] ^= (byte) (1 << bit);
                decodes(damaged, "byte " + at + " bit " + bit);
            }
        }
    }

    @Test
    void everyByteValueEverywhereEndsInAGraphOrARefusal() {
        byte[] small = encoder.encode(new Object[] {
            new Meta(),
            new Point(1, 2, "t", null),
            new LinkedHashSet<>(List.of(1, "a")),
            new java.util.TreeMap<>(java.util.Map.of("k", Kind.RED)),
            List.of(1)
        });
        for (int at = 0; at < small.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] damaged = small.clone();
                damaged[at] = (byte) value;
                decodes(damaged, "byte " + at + " value " + value);
            }
        }
    }

    @Test
    void randomMixturesOfValidPiecesEndInAGraphOrARefusal() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = sample.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                int length = 1 + random.nextInt(20);
                int from = random.nextInt(sample.length - length);
                int to = 4 + random.nextInt(sample.length - length - 4);
                System.arraycopy(sample, from, damaged, to, length);
            }
            decodes(damaged, "seed " + seed);
        }
    }

    private static final class Forged {
        private final ByteWriter out = new ByteWriter();

        Forged() {
            bytes('M', 'Q', 'S', 1);
        }

        Forged bytes(int... values) {
            for (int value : values) {
                out.writeByte(value);
            }
            return this;
        }

        Forged count(int value) {
            out.writeUnsigned(value);
            return this;
        }

        Forged newClass(Class<?> type) {
            return count(0).name(type.getName());
        }

        Forged name(String value) {
            out.writeUnsigned(0);
            out.writeString(value);
            return this;
        }
    }

    private void refused(Forged forged, String reason) {
        assertThatThrownBy(() -> decoder.decode(forged.out.toByteArray(), Object.class))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void otherFormatsAndVersionsAreNamed() {
        assertThatThrownBy(() -> decoder.decode(new byte[] {1, 2, 3, 4}, Object.class))
                .hasMessageContaining("not a snapshot");
        assertThatThrownBy(() -> decoder.decode(new byte[] {'M', 'Q', 'S', 2, 0}, Object.class))
                .hasMessageContaining("format 2");
        assertThatThrownBy(() -> decoder.decode(encoder.encode("text"), Meta.class))
                .hasMessageContaining("holds a java.lang.String");
        ObjectDecoder small = new ObjectDecoder(catalog, new CodecLimits(9, 9, 9, 9));
        assertThatThrownBy(() -> small.decode(new byte[10], Object.class))
                .hasMessageContaining("10 bytes, more than the limit of 9");
    }

    @Test
    void hugeCountsAreRefusedBeforeAnythingIsAllocated() {
        for (int tag : new int[] {
            Tag.BYTES,
            Tag.LONGS,
            Tag.DOUBLES,
            Tag.ARRAY_LIST,
            Tag.IMMUTABLE_LIST,
            Tag.LINKED_HASH_MAP,
            Tag.TREE_MAP,
            Tag.BIT_SET
        }) {
            refused(new Forged().bytes(tag).count(Integer.MAX_VALUE), "count of 2147483647");
        }
        refused(
                new Forged()
                        .bytes(Tag.OBJECTS)
                        .count(1)
                        .name("java.lang.Object")
                        .count(1 << 28),
                "count of 268435456");
    }

    @Test
    void nestedCountsCannotClaimTheSameBytesTwice() {
        Forged forged = new Forged();
        for (int i = 0; i < 1000; i++) {
            forged.bytes(Tag.ARRAY_LIST).count(700);
        }
        refused(forged, "more than the bytes that follow can hold");
    }

    @Test
    void classesOutsideOfTheApplicationAreNotFound() {
        refused(
                new Forged().bytes(Tag.OBJECT).newClass(Thread.class),
                "Class java.lang.Thread is not part of this application");
        refused(
                new Forged()
                        .bytes(Tag.OBJECTS)
                        .count(1)
                        .name("java.lang.Runtime")
                        .count(0),
                "java.lang.Runtime is not part");
        refused(new Forged().bytes(Tag.OBJECTS).count(0).name("java.lang.Object"), "0 dimensions");
        refused(new Forged().bytes(Tag.OBJECTS).count(1).name("int").count(0), "written as one of objects");
        refused(new Forged().bytes(Tag.OBJECT).newClass(Kind.class).count(0), "another kind of class");
        refused(new Forged().bytes(Tag.OBJECT).newClass(Sample.Base.class).count(0), "abstract");
        refused(new Forged().bytes(Tag.ENUM).newClass(Kind.class).count(0).name("BLUE"), "no constant BLUE");
        refused(
                new Forged()
                        .bytes(Tag.OBJECT)
                        .newClass(Meta.class)
                        .count(1)
                        .count(1)
                        .count(1)
                        .name("other"),
                "other fields");
    }

    @Test
    void lambdasOutsideOfTheApplicationAreNotMade() {
        Forged foreign = new Forged().bytes(Tag.LAMBDA).count(0).name("java/util/Comparator");
        for (int i = 0; i < 7; i++) {
            foreign.name("x");
        }
        refused(foreign.bytes(6).count(0), "Class java.util.Comparator is not part of this application");
        Forged invented = new Forged()
                .bytes(Tag.LAMBDA)
                .count(0)
                .name(Everything.class.getName().replace('.', '/'));
        for (String name : new String[] {
            Sample.Step.class.getName().replace('.', '/'), "run", "()V", "java/lang/System", "gc", "()V", "()V"
        }) {
            invented.name(name);
        }
        refused(invented.bytes(6).count(0), "has no lambda gc()V");
    }

    @Test
    void referencesAndNumbersOutOfRangeAreRefused() {
        refused(new Forged().bytes(Tag.SAME).count(0), "no object number 0");
        refused(new Forged().bytes(Tag.ARRAY_LIST).count(1).bytes(Tag.SAME).count(1), "no object number 1");
        refused(new Forged().bytes(Tag.STRING).count(1), "no string number 1");
        refused(new Forged().bytes(Tag.OBJECT).count(1), "no class number 1");
        refused(new Forged().bytes(Tag.LAMBDA).count(1), "no lambda number 1");
        refused(new Forged().bytes(Tag.MODEL).name("id"), "kind 16 must not appear");
        refused(new Forged().bytes(99), "no kind of value 99");
    }

    @Test
    void valuesMustFitTheirFields() {
        Forged point = new Forged()
                .bytes(Tag.RECORD)
                .newClass(Point.class)
                .count(1)
                .count(1)
                .count(4);
        point.name("x")
                .bytes('D')
                .name("n")
                .bytes('I')
                .name("tag")
                .bytes('L')
                .name("next")
                .bytes('L');
        refused(
                point.bytes(0, 0, 0, 0, 0, 0, 0, 0)
                        .count(1)
                        .bytes(Tag.INT)
                        .count(1)
                        .bytes(Tag.NULL),
                "java.lang.Integer is stored for field");
        Forged array = new Forged()
                .bytes(Tag.OBJECTS)
                .count(1)
                .name("java.lang.String")
                .count(1);
        refused(array.bytes(Tag.TRUE), "Boolean is stored in an array of java.lang.String");
        Forged strict = new Forged()
                .bytes(Tag.RECORD)
                .newClass(Strict.class)
                .count(1)
                .count(1)
                .count(1)
                .name("n")
                .bytes('I');
        refused(strict.bytes(1), "n is negative");
        refused(
                new Forged()
                        .bytes(Tag.TREE_SET)
                        .count(1)
                        .bytes(Tag.STRING)
                        .name("no comparator")
                        .bytes(Tag.NULL),
                "in place of a comparator");
        refused(new Forged().bytes(Tag.TREE_SET).count(1).bytes(Tag.NULL, Tag.NULL), "not comparable");
        refused(new Forged().bytes(Tag.TREE_SET).count(2).bytes(Tag.NULL, Tag.TRUE, Tag.INT, 2), "ClassCastException");
        refused(new Forged().bytes(Tag.ARRAY_DEQUE).count(1).bytes(Tag.NULL), "null element");
        refused(new Forged().bytes(Tag.LINKED_HASH_SET).count(2).bytes(Tag.TRUE, Tag.TRUE), "only 1 different");
        refused(new Forged().bytes(Tag.OPTIONAL, Tag.NULL), "NullPointerException");
    }

    @Test
    void immutablesThatContainEachOtherDirectlyAreRefused() {
        Forged self = new Forged()
                .bytes(Tag.RECORD)
                .newClass(Sample.Holder.class)
                .count(1)
                .count(1)
                .count(2);
        self.name("value").bytes('L').name("list").bytes('L');
        refused(self.bytes(Tag.SAME).count(0).bytes(Tag.NULL), "need each other");
    }

    @Test
    void aKeyThatContainsItselfOrDoublesAtEveryLevelIsRefused() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        // Made by hand, because hashing such a key ends the program that makes it.
        refused(
                new Forged()
                        .bytes(Tag.LINKED_HASH_SET)
                        .count(1)
                        .bytes(Tag.ARRAY_LIST)
                        .count(1)
                        .bytes(Tag.SAME)
                        .count(1),
                "nested more than 200 deep");
        Forged doubling = new Forged().bytes(Tag.LINKED_HASH_SET).count(1);
        for (int i = 0; i < 60; i++) {
            doubling.bytes(Tag.ARRAY_LIST).count(2);
        }
        doubling.bytes(Tag.NULL, Tag.NULL);
        for (int i = 59; i > 0; i--) {
            doubling.bytes(Tag.SAME).count(i + 1);
        }
        refused(doubling, "too large to be hashed");
    }

    @Test
    void limitsHoldToTheObject() {
        byte[] three = encoder.encode(new Object[] {new int[1], new int[1]});
        assertThat(new ObjectDecoder(catalog, new CodecLimits(999, 3, 9, 99)).decode(three, Object.class))
                .isNotNull();
        assertThatThrownBy(() -> new ObjectDecoder(catalog, new CodecLimits(999, 2, 9, 99)).decode(three, Object.class))
                .hasMessageContaining("more than 2 objects");
        byte[] deep = encoder.encode(List.of(List.of()));
        assertThat(new ObjectDecoder(catalog, new CodecLimits(999, 9, 2, 99)).decode(deep, Object.class))
                .isNotNull();
        assertThatThrownBy(() -> new ObjectDecoder(catalog, new CodecLimits(999, 9, 1, 99)).decode(deep, Object.class))
                .hasMessageContaining("more than 1 deep");
        byte[] text = encoder.encode("0123456789");
        assertThat(new ObjectDecoder(catalog, new CodecLimits(999, 9, 1, 10)).decode(text, String.class))
                .hasSize(10);
        assertThatThrownBy(() -> new ObjectDecoder(catalog, new CodecLimits(999, 9, 1, 9)).decode(text, String.class))
                .hasMessageContaining("limit of 9");
    }
}
