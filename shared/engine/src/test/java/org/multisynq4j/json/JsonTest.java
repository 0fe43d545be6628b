package org.multisynq4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void readsEveryKindOfValue() {
        JsonObject value = (JsonObject) Json.parse(
                " {\"a\" : [1, -2.5e1, true,false , null],\n\"b\":{\"c\":\"\\u0041\\n\\/\"}, \"\": {} ,\"e\":[]}\t\r");
        assertThat(value.array("a").orElseThrow().items())
                .containsExactly(
                        JsonValue.of(1), JsonValue.of(-25), JsonBoolean.TRUE, JsonBoolean.FALSE, JsonNull.NULL);
        assertThat(value.object("b").orElseThrow().string("c")).contains("A\n/");
        assertThat(value.object("")).contains(JsonObject.EMPTY);
        assertThat(value.members().keySet()).containsExactly("a", "b", "", "e");
    }

    @Test
    void namesOffsetAndReasonOfEveryError() {
        refuses("", 0, "expected a value");
        refuses("  ", 2, "expected a value");
        refuses("1 2", 2, "nothing may follow");
        refuses("{\"a\":1,\"a\":2}", 7, "already has a member");
        refuses("{\"a\" 1}", 5, "expected ':'");
        refuses("{a:1}", 1, "member name");
        refuses("{\"a\":1,}", 7, "member name");
        refuses("{\"a\":1", 6, "expected ',' or '}'");
        refuses("[1,]", 3, "expected a value");
        refuses("[1", 2, "expected ',' or ']'");
        refuses("[1}", 2, "found '}'");
        refuses("01", 1, "must not start with 0");
        refuses("-", 1, "expected a digit");
        refuses("+1", 0, "expected a value");
        refuses(".5", 0, "expected a value");
        refuses("1.", 2, "expected a digit");
        refuses("1e", 2, "expected a digit");
        refuses("1e400", 0, "too large");
        refuses("[-1e400]", 1, "too large");
        refuses("NaN", 0, "expected a value");
        refuses("nul", 0, "expected null");
        refuses("truE", 0, "expected true");
        refuses("\"abc", 4, "not closed");
        refuses("\"ab\\", 4, "not closed");
        refuses("\"a\\x\"", 3, "no such escape");
        refuses("\"a\\u12g4\"", 6, "hexadecimal");
        refuses("\"\\u123", 6, "hexadecimal");
        refuses("\"a\nb\"", 2, "control character");
        refuses("\"a\\n\nb\"", 4, "control character");
        refuses("\u00a01", 0, "code 160");
        refuses("'a'", 0, "expected a value");
        refuses("// a\n1", 0, "expected a value");
        refuses("\ufeff1", 0, "expected a value");
    }

    @Test
    void readsUpToTheDepthLimitAndNotDeeper() {
        JsonLimits limits = new JsonLimits(3, 100);
        assertThat(Json.parse("[[{}]]", limits)).isInstanceOf(JsonArray.class);
        assertThat(Json.write(Json.parse("[{\"a\":[]}]", limits))).isEqualTo("[{\"a\":[]}]");
        assertThatThrownBy(() -> Json.parse("[[[[]]]]", limits)).hasMessageContaining("deeper than the limit of 3");
        String deep = "[".repeat(JsonLimits.HIGHEST_DEPTH) + "]".repeat(JsonLimits.HIGHEST_DEPTH);
        JsonLimits highest = new JsonLimits(JsonLimits.HIGHEST_DEPTH, 2000);
        assertThat(Json.write(Json.parse(deep, highest))).isEqualTo(deep);
        assertThatThrownBy(() -> Json.parse("[" + deep + "]", highest)).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.write(JsonValue.of(Json.parse(deep, highest))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new JsonLimits(JsonLimits.HIGHEST_DEPTH + 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.parse("[".repeat(1_000_000))).isInstanceOf(JsonException.class);
    }

    @Test
    void readsUpToTheLengthLimitAndNotMore() {
        JsonLimits limits = new JsonLimits(4, 5);
        assertThat(Json.parse("12345", limits)).isEqualTo(JsonValue.of(12345));
        assertThatThrownBy(() -> Json.parse("123456", limits)).hasMessageContaining("the limit is 5");
    }

    @Test
    void writesMembersInOrderOrSorted() {
        JsonObject value = JsonObject.builder()
                .put("b", 1)
                .put(
                        "a",
                        JsonValue.of(
                                JsonValue.of("x"),
                                JsonObject.builder()
                                        .put("z", true)
                                        .putNull("\u20ac")
                                        .put("Z", 0.5)
                                        .build()))
                .put("\ud800\udc00", -0.0)
                .put("\uffff", 1e21)
                .build();
        assertThat(Json.write(value))
                .isEqualTo(
                        "{\"b\":1,\"a\":[\"x\",{\"z\":true,\"\u20ac\":null,\"Z\":0.5}],\"\ud800\udc00\":0,\"\uffff\":1e+21}");
        assertThat(Json.writeStable(value))
                .isEqualTo(
                        "{\"a\":[\"x\",{\"Z\":0.5,\"z\":true,\"\u20ac\":null}],\"b\":1,\"\ud800\udc00\":0,\"\uffff\":1e+21}");
    }

    @Test
    void escapesAsJsonStringifyDoes() {
        String text = "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028\ud83d\ude00\ud83d x\ude00";
        assertThat(Json.write(JsonValue.of(text)))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028\ud83d\ude00\\ud83d x\\ude00\"");
        assertThat(Json.parse(Json.write(JsonValue.of(text)))).isEqualTo(JsonValue.of(text));
        assertThat(Json.parse("\"\ud83d\"")).isEqualTo(JsonValue.of("\ud83d"));
    }

    @Test
    void typedReadersAreEmptyForOtherTypes() {
        JsonObject value = JsonObject.builder()
                .put("n", 1.5)
                .put("s", "x")
                .put("b", true)
                .putNull("z")
                .build();
        assertThat(value.number("n")).hasValue(1.5);
        assertThat(value.string("n")).isEmpty();
        assertThat(value.number("s")).isEmpty();
        assertThat(value.bool("b")).contains(true);
        assertThat(value.bool("missing")).isEmpty();
        assertThat(value.array("s")).isEmpty();
        assertThat(value.object("s")).isEmpty();
        assertThat(value.get("z")).contains(JsonNull.NULL);
        assertThat(value.has("z")).isTrue();
        assertThat(value.has("y")).isFalse();
    }

    @Test
    void valuesCannotBeChangedNorHoldWhatJsonCannotSay() {
        assertThatThrownBy(() -> JsonValue.of(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> JsonObject.builder().put("a", Double.POSITIVE_INFINITY))
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> JsonObject.EMPTY.members().put("a", JsonNull.NULL))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(
                        () -> ((JsonObject) Json.parse("{\"a\":1}")).members().remove("a"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((JsonArray) Json.parse("[1]")).items().remove(0))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> new JsonObject(java.util.Collections.singletonMap("a", null)))
                .hasMessageContaining("'a'");
        assertThat(new JsonObject(Map.of("a", JsonNull.NULL))).isEqualTo(Json.parse("{\"a\":null}"));
        assertThat(new JsonArray(List.of(JsonNull.NULL))).isEqualTo(Json.parse("[null]"));
    }

    @Test
    void writerPlacesCommasAndNames() {
        StringBuilder out = new StringBuilder("> ");
        new JsonWriter(out)
                .beginObject()
                .name("id")
                .value("x")
                .name("args")
                .beginArray()
                .value(1)
                .value(2.5)
                .value(true)
                .nullValue()
                .raw("[0]")
                .beginObject()
                .endObject()
                .endArray()
                .name("o")
                .value(JsonValue.of(false))
                .endObject();
        assertThat(out).hasToString("> {\"id\":\"x\",\"args\":[1,2.5,true,null,[0],{}],\"o\":false}");
    }

    @Test
    void writerRefusesWhatWouldNotBeJson() {
        assertThatThrownBy(() -> new JsonWriter().value(1).value(2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new JsonWriter().beginObject().value(2)).hasMessageContaining("needs a name");
        assertThatThrownBy(() -> new JsonWriter().beginObject().name("a").name("b"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new JsonWriter().beginObject().name("a").endObject())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new JsonWriter().beginArray().name("a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new JsonWriter().beginArray().endObject()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new JsonWriter().endArray()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new JsonWriter().value(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refuses(String text, int offset, String reason) {
        JsonException error = catchThrowableOfType(JsonException.class, () -> Json.parse(text));
        assertThat(error).as(text).isNotNull();
        assertThat(error.offset()).as(text + " -> " + error.reason()).isEqualTo(offset);
        assertThat(error.getMessage()).as(text).contains(reason).contains("character " + offset);
    }
}
