package org.multisynq4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.DataHandle;
import org.multisynq4j.snapshot.ListCatalog;

class DataMapperTest {
    enum Theme {
        LIGHT,
        DARK
    }

    record Line(String author, String text, double at) {}

    record Saved(
            int version,
            List<Line> lines,
            Map<String, Line> byId,
            Set<String> tags,
            Theme theme,
            byte[] bytes,
            double[] numbers,
            Optional<Line> last,
            boolean flag,
            long big,
            char mark) {}

    private static final String LINE = "Lorg/multisynq4j/data/DataMapperTest$Line;";

    private final ListCatalog catalog = new ListCatalog(Theme.class)
            .withRecord(Line.class, "author", "text", "at")
            .withRecord(
                    Saved.class,
                    "version",
                    "lines Ljava/util/List<" + LINE + ">;",
                    "byId Ljava/util/Map<Ljava/lang/String;" + LINE + ">;",
                    "tags Ljava/util/Set<Ljava/lang/String;>;",
                    "theme",
                    "bytes",
                    "numbers",
                    "last Ljava/util/Optional<" + LINE + ">;",
                    "flag",
                    "big",
                    "mark");

    private final DataMapper mapper = new DataMapper(catalog);

    private String write(Object data) {
        return Json.writeStable(mapper.toJson(data));
    }

    @Test
    void writesWhatASessionSavesAndReadsItBack() {
        Line line = new Line("ann", "hi", 1.5);
        Map<String, Line> byId = new LinkedHashMap<>();
        byId.put("z", line);
        byId.put("a", line);
        Set<String> tags = new LinkedHashSet<>(List.of("x", "y"));
        Saved saved = new Saved(
                2,
                List.of(line),
                byId,
                tags,
                Theme.DARK,
                new byte[] {1, 2, 3},
                new double[] {0.1, -0.0},
                Optional.of(line),
                true,
                1L << 40,
                'q');

        String text = write(saved);

        assertThat(text)
                .isEqualTo("{\"big\":1099511627776,\"byId\":{\"a\":{\"at\":1.5,\"author\":\"ann\",\"text\":\"hi\"},"
                        + "\"z\":{\"at\":1.5,\"author\":\"ann\",\"text\":\"hi\"}},\"bytes\":\"AQID\",\"flag\":true,"
                        + "\"last\":{\"at\":1.5,\"author\":\"ann\",\"text\":\"hi\"},"
                        + "\"lines\":[{\"at\":1.5,\"author\":\"ann\",\"text\":\"hi\"}],\"mark\":\"q\","
                        + "\"numbers\":[0.1,0],\"tags\":[\"x\",\"y\"],\"theme\":\"DARK\",\"version\":2}");
        Saved read = mapper.fromJson(Json.parse(text), Saved.class);
        assertThat(read.lines()).containsExactly(line);
        assertThat(read.byId()).containsExactly(Map.entry("a", line), Map.entry("z", line));
        assertThat(read.tags()).containsExactly("x", "y");
        assertThat(read.theme()).isEqualTo(Theme.DARK);
        assertThat(read.bytes()).containsExactly(1, 2, 3);
        assertThat(read.numbers()).containsExactly(0.1, 0.0);
        assertThat(read.last()).contains(line);
        assertThat(read.big()).isEqualTo(1L << 40);
        assertThat(read.mark()).isEqualTo('q');
    }

    @Test
    void missingMembersBecomeEmptyAndUnknownOnesAreIgnoredSoThatVersionsCanDiffer() {
        Saved read = mapper.fromJson(Json.parse("{\"version\":1,\"added\":{\"later\":[1]}}"), Saved.class);

        assertThat(read.lines()).isEmpty();
        assertThat(read.byId()).isEmpty();
        assertThat(read.theme()).isNull();
        assertThat(read.last()).isEmpty();
        assertThat(read.flag()).isFalse();
        assertThat(read.numbers()).isEmpty();
    }

    @Test
    void readsPlainTreesWithoutAType() {
        Object read = mapper.fromJson(Json.parse("{\"a\":[1,\"x\",null,true]}"), Object.class);

        List<Object> items = new ArrayList<>(List.of(1.0, "x"));
        items.add(null);
        items.add(true);
        assertThat(read).isEqualTo(Map.of("a", items));
    }

    @Test
    void whatJsonCannotHoldIsAnErrorNamingThePath() {
        assertThatThrownBy(() -> write(Map.of("when", List.of(new Date()))))
                .hasMessageStartingWith("$.when[0]: java.util.Date cannot be saved");
        assertThatThrownBy(() -> write(Map.of("x", Double.NaN))).hasMessage("$.x: JSON has no NaN");
        assertThatThrownBy(() -> write(Map.of("x", Long.MAX_VALUE)))
                .hasMessageContaining("$.x")
                .hasMessageContaining("2^53");
        assertThatThrownBy(() -> write(Map.of("x", new HashSet<>(Set.of(1))))).hasMessageContaining("LinkedHashSet");
        assertThatThrownBy(() -> write(Map.of(1.5, 1))).hasMessageContaining("keys must be");
        List<Object> cyclic = new ArrayList<>();
        cyclic.add(cyclic);
        assertThatThrownBy(() -> write(cyclic)).hasMessageContaining("cycle");
    }

    @Test
    void whatDoesNotFitTheWantedTypeIsAnErrorNamingThePath() {
        assertThatThrownBy(() -> mapper.fromJson(Json.parse("{\"lines\":[{\"at\":\"x\"}]}"), Saved.class))
                .isInstanceOf(DataException.class)
                .hasMessage("$.lines[0].at: expected double, found a string");
        assertThatThrownBy(() -> mapper.fromJson(Json.parse("{\"version\":1.5}"), Saved.class))
                .hasMessageContaining("$.version");
        assertThatThrownBy(() -> mapper.fromJson(Json.parse("{\"theme\":\"BLUE\"}"), Saved.class))
                .hasMessageContaining("has no constant BLUE");
        assertThatThrownBy(() -> mapper.fromJson(Json.parse("{\"version\":3000000000}"), Saved.class))
                .hasMessageContaining("$.version");
    }

    private static Object nested(int levels) {
        Object data = "deep";
        for (int i = 0; i < levels; i++) {
            data = List.of(data);
        }
        return data;
    }

    @Test
    void dataIsNestedAsDeepAsTheLimitSaysAndNoDeeper() {
        Object deepest = nested(DataMapper.MAX_DEPTH);
        assertThat(mapper.fromJson(mapper.toJson(deepest), Object.class)).isEqualTo(deepest);
        assertThatThrownBy(() -> mapper.toJson(nested(DataMapper.MAX_DEPTH + 1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nested deeper than 100 levels")
                .hasMessageContaining("$[0][0]");
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        assertThatThrownBy(() -> mapper.toJson(itself)).hasMessageContaining("nested deeper than 100 levels");
        JsonValue deeper = new JsonArray(List.of(mapper.toJson(deepest)));
        assertThatThrownBy(() -> mapper.fromJson(deeper, Object.class))
                .hasMessageContaining("nested deeper than 100 levels");
    }

    @Test
    void aDataHandleIsSavedAsItsIdAndReadBack() {
        ListCatalog handles = new ListCatalog().withRecord(DataHandle.class, "id");
        DataMapper reading = new DataMapper(handles);
        DataHandle handle = DataHandle.parse("d1.AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fAAAABQ");
        assertThat(Json.writeStable(reading.toJson(handle))).isEqualTo("{\"id\":\"" + handle.id() + "\"}");
        assertThat(reading.fromJson(reading.toJson(handle), DataHandle.class)).isEqualTo(handle);
        assertThatThrownBy(() -> reading.fromJson(Json.parse("{\"id\":\"d1.AAAA\"}"), DataHandle.class))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not the id of a data handle");
    }
}
