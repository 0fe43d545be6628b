package org.multisynq4j.parity.models;

import java.util.List;
import org.multisynq4j.model.Model;

/**
 * One program of the suite.
 *
 * @param root its first model; a class literal here makes the TeaVM plugin compile its catalog
 */
public record ModelProgram(Class<? extends Model> root, String name) {
    /** All programs. */
    public static List<ModelProgram> all() {
        return List.of(
                new ModelProgram(PhysicsToys.Balls.class, "balls"),
                new ModelProgram(PhysicsToys.Cloth.class, "cloth"),
                new ModelProgram(PhysicsToys.Orbits.class, "orbits"),
                new ModelProgram(PhysicsToys.Sparks.class, "sparks"),
                new ModelProgram(PhysicsToys.Pendulum.class, "pendulum"),
                new ModelProgram(GridToys.Life.class, "life"),
                new ModelProgram(GridToys.Rule.class, "rule"),
                new ModelProgram(GridToys.Paths.class, "paths"),
                new ModelProgram(GridToys.Flood.class, "flood"),
                new ModelProgram(GridToys.Maze.class, "maze"),
                new ModelProgram(GridToys.Board.class, "board"),
                new ModelProgram(TextToys.Editor.class, "editor"),
                new ModelProgram(TextToys.Layout.class, "layout"),
                new ModelProgram(TextToys.Words.class, "words"),
                new ModelProgram(TextToys.Interpreter.class, "interpreter"),
                new ModelProgram(TextToys.Mill.class, "mill"),
                new ModelProgram(TextToys.Figures.class, "figures"),
                new ModelProgram(CollectionToys.BigMaps.class, "big maps"),
                new ModelProgram(CollectionToys.Sorting.class, "sorting"),
                new ModelProgram(CollectionToys.Inventory.class, "inventory"),
                new ModelProgram(CollectionToys.Queues.class, "queues"),
                new ModelProgram(CollectionToys.Bits.class, "bits"),
                new ModelProgram(CollectionToys.Trees.class, "trees"),
                new ModelProgram(CollectionToys.Streams.class, "streams"),
                new ModelProgram(ObjectToys.Web.class, "web"),
                new ModelProgram(ObjectToys.Shapes.class, "shapes"),
                new ModelProgram(ObjectToys.Lambdas.class, "lambdas"),
                new ModelProgram(ObjectToys.Recursion.class, "recursion"),
                new ModelProgram(ObjectToys.Lights.class, "lights"),
                new ModelProgram(ObjectToys.Colony.class, "colony"),
                new ModelProgram(NumberToys.Integers.class, "integers"),
                new ModelProgram(NumberToys.Longs.class, "longs"),
                new ModelProgram(NumberToys.Narrow.class, "narrow"),
                new ModelProgram(NumberToys.Floats.class, "floats"),
                new ModelProgram(NumberToys.Doubles.class, "doubles"),
                new ModelProgram(NumberToys.Matrices.class, "matrices"),
                new ModelProgram(NumberToys.Checksums.class, "checksums"),
                new ModelProgram(NumberToys.Functions.class, "functions"),
                new ModelProgram(TimeToys.Futures.class, "futures"),
                new ModelProgram(TimeToys.Walks.class, "walks"),
                new ModelProgram(TimeToys.Voting.class, "voting"),
                new ModelProgram(TimeToys.Failures.class, "failures"),
                new ModelProgram(TimeToys.Uncaught.class, "uncaught"),
                new ModelProgram(TimeToys.Gossip.class, "gossip"),
                new ModelProgram(TimeToys.Saver.class, "saver"));
    }
}
