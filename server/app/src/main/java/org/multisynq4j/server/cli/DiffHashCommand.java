package org.multisynq4j.server.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.multisynq4j.model.Model;
import org.multisynq4j.scan.HashDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff-hash}: why two builds of a model are in different sessions. */
@Command(
        name = "diff-hash",
        description = "Names the classes, methods and fields that give a model another code hash in a newer build.")
public final class DiffHashCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "Jar or class directory of the older build; several joined as in a class path.")
    private String oldPath;

    @Parameters(index = "1", paramLabel = "NEW", description = "The same of the newer build.")
    private String newPath;

    @Parameters(
            index = "2",
            paramLabel = "MODEL",
            description = "Name of the root model's class, as in com.example.ChatModel.")
    private String model;

    @Override
    public Integer call() {
        HashDiff diff;
        try {
            diff = HashDiff.between(path(oldPath), path(newPath), model);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        spec.commandLine().getOut().print(diff.report());
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    /** An application's jar need not contain the engine, so this server's own comes last. */
    private static List<Path> path(String text) {
        List<Path> path = new ArrayList<>();
        for (String each : text.split(File.pathSeparator)) {
            path.add(Path.of(each));
        }
        path.add(Path.of(
                Model.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
        return path;
    }
}
