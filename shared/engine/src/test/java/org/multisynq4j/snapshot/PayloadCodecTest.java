package org.multisynq4j.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.multisynq4j.snapshot.Sample.Chat;
import org.multisynq4j.snapshot.Sample.Holder;
import org.multisynq4j.snapshot.Sample.Kind;
import org.multisynq4j.snapshot.Sample.Meta;
import org.multisynq4j.snapshot.Sample.Point;

class PayloadCodecTest {
    private final Chat model = new Chat();
    private final PayloadCodec codec = new PayloadCodec(new JvmCatalog(Sample.class), new ModelReferences() {
        @Override
        public String idOf(Object object) {
            return object == model ? "m1" : "";
        }

        @Override
        public Object byId(String id) {
            if (!id.equals("m1")) {
                throw new SnapshotException("There is no model " + id + ".");
            }
            return model;
        }
    });

    private Object copy(Object data) {
        return codec.decode(codec.encode(data));
    }

    @Test
    void valuesOfEveryAllowedKindArriveEqual() {
        Object[] values = {
            null,
            true,
            'c',
            (byte) 1,
            (short) 2,
            3,
            4L,
            5f,
            6.5,
            "text",
            Kind.GREEN,
            new Point(1, 2, "t", new Point(0, 0, null, null)),
            new ArrayList<>(Arrays.asList(1, null)),
            List.of(1, 2),
            new TreeMap<>(Map.of("b", 1, "a", 2)),
            Optional.of(1),
            Optional.empty(),
            EnumSet.of(Kind.RED),
            new Holder("v", new ArrayList<>())
        };
        for (Object value : values) {
            assertThat(copy(value)).isEqualTo(value);
        }
        assertThat((byte[]) copy(new byte[] {1, 2})).containsExactly(1, 2);
        assertThat((double[]) copy(new double[] {1, 2})).containsExactly(1, 2);
    }

    @Test
    void modelsTravelById() {
        assertThat(copy(model)).isSameAs(model);
        assertThat(((List<?>) copy(List.of(model, 1))).get(0)).isSameAs(model);
        byte[] bytes = codec.encode(model);
        bytes[bytes.length - 1] = '2';
        assertThatThrownBy(() -> codec.decode(bytes))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("no model m2");
        PayloadCodec without = new PayloadCodec(new JvmCatalog(Sample.class), ModelReferences.none());
        assertThatThrownBy(() -> without.decode(codec.encode(model))).hasMessageContaining("no models here");
    }

    @Test
    void otherCollectionsArriveAsOrderedOnes() {
        assertThat(copy(Arrays.asList(1, 2))).isInstanceOf(ArrayList.class).isEqualTo(List.of(1, 2));
        assertThat(copy(new HashMap<>(Map.of("a", 1))))
                .isInstanceOf(LinkedHashMap.class)
                .isEqualTo(Map.of("a", 1));
        assertThat(copy(java.util.Set.of(5)))
                .isInstanceOf(java.util.LinkedHashSet.class)
                .isEqualTo(java.util.Set.of(5));
    }

    @Test
    void objectsThatCouldBeChangedAreRefusedWithTheirPath() {
        assertThatThrownBy(() -> codec.encode(new Meta()))
                .hasMessageStartingWith("Meta : org.multisynq4j.snapshot.Sample$Meta cannot be sent in an event");
        assertThatThrownBy(() -> codec.encode(new Holder(new Meta(), null))).hasMessageStartingWith("Holder.value : ");
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("when", List.of(1, new Date()));
        assertThatThrownBy(() -> codec.encode(map))
                .hasMessageStartingWith("LinkedHashMap[\"when\"][1] : java.util.Date cannot be sent");
        Sample.Step step = () -> {};
        assertThatThrownBy(() -> codec.encode(step)).hasMessageContaining("cannot be sent");
        assertThatThrownBy(() -> codec.encode(new Object[0])).hasMessageContaining("cannot be sent");
        assertThatThrownBy(() -> codec.encode(new StringBuilder())).hasMessageContaining("cannot be sent");
    }

    @Test
    void whatCannotBeSentCannotBeReceived() {
        ByteWriter out = new ByteWriter();
        out.writeByte(1);
        out.writeByte(Tag.OBJECT);
        assertThatThrownBy(() -> codec.decode(out.toByteArray())).hasMessageContaining("must not appear here");
        assertThatThrownBy(() -> codec.decode(new byte[] {2, 0})).hasMessageContaining("format 2");
        assertThatThrownBy(() -> codec.decode(new byte[0])).isInstanceOf(SnapshotException.class);
        assertThatThrownBy(() -> codec.decode(new byte[(1 << 20) + 1])).hasMessageContaining("more than the limit");
    }

    @Test
    void payloadsAreSmall() {
        assertThat(codec.encode("hello")).hasSize(1 + 1 + 1 + 1 + 5);
        String className = Kind.class.getName();
        assertThat(codec.encode(Kind.RED)).hasSize(1 + 1 + 1 + 2 + className.length() + 2 + 3);
    }

    @Test
    void sharedAndCyclicDataKeepTheirShape() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        List<?> back = (List<?>) copy(list);
        assertThat(back.get(0)).isSameAs(back);
    }
}
