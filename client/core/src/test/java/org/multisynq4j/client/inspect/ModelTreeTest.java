package org.multisynq4j.client.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multisynq4j.json.Json;
import org.multisynq4j.model.Action;

class ModelTreeTest {
    private enum Colour {
        RED
    }

    private record Point(int x, double y) {}

    private static class Base {
        private final String inherited = "base";
    }

    private static final class Shape extends Base {
        private static final int SHARED = 1;
        private final Point centre = new Point(1, 2.5);
        private final List<Object> parts = new ArrayList<>();
        private final Map<Integer, String> names = Map.of(7, "seven");
        private final Optional<Colour> colour = Optional.of(Colour.RED);
        private final int[] bits = {1, 0};
        private final Action action = () -> {};
        private final double odd = Double.NaN;
        private final Object nothing = null;
        private final transient int scratch = SHARED;
    }

    @Test
    void allFieldsAreShownPrivateAndInheritedOnesToo() {
        assertThat(text(new Shape()))
                .isEqualTo(
                        "{\"action\":\"(function)\",\"bits\":[1,0],\"centre\":{\"x\":1,\"y\":2.5},\"colour\":\"RED\",\"inherited\":\"base\","
                                + "\"names\":{\"7\":\"seven\"},\"nothing\":null,\"odd\":\"(NaN)\",\"parts\":[]}");
    }

    @Test
    void circlesEnd() {
        Shape shape = new Shape();
        shape.parts.add(shape);
        shape.parts.add(shape.parts);
        assertThat(text(shape)).contains("\"parts\":[\"(again)\",\"(again)\"]");
    }

    @Test
    void deepDataEnds() {
        List<Object> deep = new ArrayList<>();
        for (int i = 0; i < ModelTree.MAX_DEPTH + 5; i++) {
            deep = new ArrayList<>(List.of(deep));
        }
        assertThat(text(deep)).contains("(more)").hasSizeLessThan(200);
    }

    @Test
    void hugeDataEnds() {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < ModelTree.MAX_NODES + 100; i++) {
            many.add(new Point(i, i));
        }
        assertThat(text(many)).endsWith("\"(more)\"]");
    }

    private static String text(Object value) {
        return Json.writeStable(ModelTree.of(value));
    }
}
