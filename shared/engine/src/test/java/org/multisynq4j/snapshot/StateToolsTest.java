package org.multisynq4j.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.snapshot.Sample.Everything;
import org.multisynq4j.snapshot.Sample.Meta;
import org.multisynq4j.snapshot.Sample.Node;
import org.multisynq4j.snapshot.Sample.Point;

class StateToolsTest {
    private final TypeCatalog catalog = new JvmCatalog(Sample.class);
    private final StateDiff diff = new StateDiff(catalog);

    private String difference(Consumer<Everything> change) {
        Everything left = Everything.make(3);
        Everything right = Everything.make(3);
        change.accept(right);
        return diff.first(left, right).map(Object::toString).orElse("none");
    }

    @Test
    void equalStatesHaveNoDifference() {
        assertThat(difference(e -> {})).isEqualTo("none");
        Everything left = Everything.make(3);
        Object copy = new ObjectDecoder(catalog, CodecLimits.SNAPSHOT)
                .decode(new ObjectEncoder(catalog, CodecLimits.SNAPSHOT).encode(left), Object.class);
        assertThat(diff.first(left, copy)).isEmpty();
    }

    @Test
    void theFirstDifferenceIsNamedWithBothValues() {
        assertThat(difference(e -> e.d = 0.0)).isEqualTo("Everything.d: -0.0 against 0.0");
        assertThat(difference(e -> e.text = "other")).isEqualTo("Everything.text: \"text\" against \"other\"");
        assertThat(difference(e -> e.kind = null)).isEqualTo("Everything.kind: GREEN against null");
        assertThat(difference(e -> e.doubles[1] = 0)).isEqualTo("Everything.doubles[1]: -0.0 against 0.0");
        assertThat(difference(e -> e.arrayList.add(1))).isEqualTo("Everything.arrayList: 4 parts against 5 parts");
        assertThat(difference(e -> e.map.put("z", 9))).isEqualTo("Everything.map[\"z\"]: 1 against 9");
        assertThat(difference(e -> e.builder.append("!"))).isEqualTo("Everything.builder: built against built!");
        assertThat(difference(e -> e.text = null)).isEqualTo("Everything.text: \"text\" against null");
        assertThat(difference(e -> e.nothing = new Meta())).isEqualTo("Everything.nothing: null against a Meta");
    }

    @Test
    void anEqualObjectThatIsNotTheSameIsADifference() {
        assertThat(difference(e -> e.shared2 = new Point(0, 0, null, null)))
                .isEqualTo("Everything.shared2: object 3 again against an object met here first");
    }

    @Test
    void statesShowAsJson() {
        Meta meta = new Meta();
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put("self", meta);
        map.put("list", new ArrayList<>(List.of(true, "text", new int[] {1, 2})));
        meta.meta = map;
        JsonObject json = (JsonObject) StateTree.describe(catalog, meta, 10, 1000);
        assertThat(json.string("@type")).contains("org.multisynq4j.snapshot.Sample$Meta");
        JsonObject shown = (JsonObject) json.get("meta").orElseThrow();
        assertThat(shown.get("[\"self\"]").map(Object::toString).orElse("")).contains("@same");
        assertThat(shown.number("[\"a\"]")).hasValue(1);
        assertThat(shown.array("[\"list\"]").orElseThrow().size()).isEqualTo(3);
    }

    @Test
    void longAndDeepStatesAreCut() {
        Node first = new Node();
        Node last = first;
        for (int i = 0; i < 100_000; i++) {
            last.next = new Node();
            last = last.next;
        }
        assertThat(StateTree.describe(catalog, first, 3, 1000).toString()).contains("…");
        assertThat(StateTree.describe(catalog, first, 100_000, 5).toString()).contains("…");
        assertThat(StateTree.describe(catalog, List.of(1, List.of(2)), 1, 100))
                .asString()
                .contains(new JsonString("…").toString());
        assertThat(diff.first(first, first)).isEmpty();
    }
}
