package org.multisynq4j.client.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multisynq4j.json.Json;

class ModelPathTest {
    private record Line(String text, int[] stars, Optional<Line> answer) {}

    private static final class Board {
        private final List<Line> lines = new ArrayList<>();
        private final Map<String, Line> pinned = new LinkedHashMap<>();
        private final Object nothing = null;
    }

    private final Board board = new Board();

    ModelPathTest() {
        Line second = new Line("two", new int[] {5, 6}, Optional.empty());
        board.lines.add(new Line("one", new int[0], Optional.of(second)));
        board.lines.add(second);
        board.pinned.put("ann.b", second);
        board.pinned.put("cy", board.lines.get(0));
    }

    private Object at(String path) {
        return ModelPath.find(board, path).orElseThrow();
    }

    @Test
    void leadsThroughFieldsListsMapsArraysAndOptionals() {
        assertThat(at("")).isSameAs(board);
        assertThat(at(".")).isSameAs(board);
        assertThat(at("lines[1].text")).isEqualTo("two");
        assertThat(at(".lines.0.answer.stars[1]")).isEqualTo(6);
        assertThat(at("pinned[\"ann.b\"].text")).isEqualTo("two");
        assertThat(at("pinned.cy.text")).isEqualTo("one");
        assertThat(ModelPath.find(board, "nothing")).isEmpty();
    }

    @Test
    void saysWhereAPathEndsAndWhatThereIs() {
        assertThatThrownBy(() -> at("line"))
                .hasMessageContaining("no 'line' in the root")
                .hasMessageContaining("lines, pinned");
        assertThatThrownBy(() -> at("lines[2]")).hasMessage("there is no '2' in lines, which is a list of 2");
        assertThatThrownBy(() -> at("lines[-1]")).hasMessageContaining("no '-1' in lines");
        assertThatThrownBy(() -> at("pinned.bob")).hasMessageContaining("a map with 2 keys");
        assertThatThrownBy(() -> at("lines[0")).hasMessageContaining("[ without ]");
        assertThatThrownBy(() -> at("nothing.x")).hasMessageContaining("which is null");
    }

    @Test
    void aTreeEndsAtTheDepthAskedFor() {
        assertThat(Json.write(ModelTree.of(board, 1)))
                .isEqualTo(
                        "{\"lines\":[\"(more)\",\"(more)\"],\"nothing\":null,\"pinned\":{\"ann.b\":\"(more)\",\"cy\":\"(more)\"}}");
        assertThat(Json.write(ModelTree.of(board, 0))).contains("\"(more)\"").doesNotContain("[");
    }
}
