package org.multisynq4j.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.rehearsal.Rehearsal;

/** "Real-world examples: creative canvas": shapes and layers with generated ids. */
class CanvasTest {
    // #region canvas
    record Shape(String id, String kind, double x, double y, double created) {}

    record Layer(String id, String name, boolean visible) {}

    record Size(int width, int height) {}

    record Metadata(int shapeCount, double lastModified) {}

    record Saved(int version, List<Shape> shapes, List<Layer> layers, Size canvasSize, Metadata metadata) {}
    // #endregion

    record NewShape(String kind, double x, double y) {}

    static final class CanvasModel extends Model {
        private final List<Shape> shapes = new ArrayList<>();
        private final List<Layer> layers = new ArrayList<>();
        private Size canvasSize = new Size(800, 600);
        private boolean loadingErrored;

        @Override
        protected void init(Options options, Persisted persisted) {
            try {
                if (persisted.isPresent()) {
                    fromSavedData(persisted);
                } else {
                    layers.add(new Layer("default", "Layer 1", true));
                }
            } catch (RuntimeException e) {
                shapes.clear();
                layers.clear();
                layers.add(new Layer("default", "Layer 1", true));
                loadingErrored = true;
            }
            subscribe("canvas", "add", this::addShape);
            subscribe("canvas", "delete", this::deleteShape);
        }

        private void fromSavedData(Persisted persisted) {
            if (persisted.version() != 1) {
                throw new IllegalArgumentException("unsupported version: " + persisted.version());
            }
            Saved saved = persisted.as(Saved.class);
            shapes.addAll(saved.shapes());
            layers.addAll(saved.layers());
            canvasSize = saved.canvasSize();
        }

        private void addShape(NewShape shape) {
            shapes.add(new Shape(generateId(), shape.kind(), shape.x(), shape.y(), now()));
            save();
        }

        private void deleteShape(String shapeId) {
            if (shapes.removeIf(shape -> shape.id().equals(shapeId))) {
                save();
            }
        }

        private void save() {
            if (!loadingErrored) {
                persistSession(() -> new Saved(1, shapes, layers, canvasSize, new Metadata(shapes.size(), now())));
            }
        }
    }

    @Test
    void shapesAndLayersSurviveAChangeOfTheCode() {
        Rehearsal old = Rehearsal.of(CanvasModel.class).start().join("ann");
        old.publish("ann", "canvas", "add", new NewShape("circle", 1.5, 2)).advance(30_000);
        old.publish("ann", "canvas", "add", new NewShape("square", 3, -0.5)).advance(30_000);
        String first = old.root(CanvasModel.class).shapes.get(0).id();
        old.publish("ann", "canvas", "delete", first).advance(30_000);

        Rehearsal next = Rehearsal.of(CanvasModel.class)
                .sessionId("new code")
                .persisted(old.lastSaved())
                .start();
        assertThat(next.root(CanvasModel.class).shapes)
                .isEqualTo(old.root(CanvasModel.class).shapes)
                .hasSize(1);
        assertThat(next.root(CanvasModel.class).layers).containsExactly(new Layer("default", "Layer 1", true));
    }

    @Test
    void generatedIdsAreUniqueInTheSessionAndDifferFromThoseOfOthers() {
        Rehearsal one = Rehearsal.of(CanvasModel.class).sessionId("one").start().join("ann");
        Rehearsal two = Rehearsal.of(CanvasModel.class).sessionId("two").start().join("ann");
        for (int i = 0; i < 50; i++) {
            one.publish("ann", "canvas", "add", new NewShape("dot", i, i));
            two.publish("ann", "canvas", "add", new NewShape("dot", i, i));
        }
        List<String> ids = new ArrayList<>();
        one.root(CanvasModel.class).shapes.forEach(shape -> ids.add(shape.id()));
        two.root(CanvasModel.class).shapes.forEach(shape -> ids.add(shape.id()));
        assertThat(ids).doesNotHaveDuplicates().hasSize(100);
    }
}
