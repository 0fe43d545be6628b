package org.multisynq4j.server.cli;

import org.multisynq4j.client.inspect.ModelPath;
import org.multisynq4j.client.inspect.ModelTree;
import org.multisynq4j.json.Json;
import org.multisynq4j.model.Model;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much of a model is shown. */
final class TreeOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "" + ModelTree.MAX_DEPTH,
            description = "So many levels of the model, at most " + ModelTree.MAX_DEPTH + ".")
    private int depth;

    /** @throws ParameterException if the number makes no sense */
    void check() {
        if (depth < 0 || depth > ModelTree.MAX_DEPTH) {
            throw new ParameterException(
                    spec.commandLine(), "--depth must be 0 to " + ModelTree.MAX_DEPTH + ", not " + depth);
        }
    }

    /** What stands at the path, as one line of JSON. */
    String show(Model root, String path) {
        try {
            return Json.write(ModelTree.of(ModelPath.find(root, path).orElse(null), depth));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
