package org.multisynq4j.server.cli;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.model.Model;
import org.multisynq4j.server.participant.SampleApp;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose code a command runs: a sample's, or the application's own. */
final class ModelOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            description = "Jar or class directory of the application; several joined as in a class path.")
    private String classpath;

    @Option(
            names = "--model",
            paramLabel = "CLASS",
            description = "The root model, as in com.acme.MyModel. The samples' are known by the app.")
    private String model;

    /** The model named, else that of the sample. */
    Class<? extends Model> load(Optional<SampleApp> sample) {
        if (model == null) {
            return sample.map(SampleApp::model)
                    .orElseThrow(() -> wrong(
                            "this is no session of a sample; say whose: --classpath app.jar --model com.acme.MyModel"));
        }
        try {
            return Class.forName(model, false, loader()).asSubclass(Model.class);
        } catch (ClassNotFoundException e) {
            throw wrong("there is no class " + model
                    + (classpath == null ? "; say where: --classpath app.jar" : " in " + classpath));
        } catch (ClassCastException | LinkageError e) {
            throw wrong(model + " cannot be used: " + e);
        }
    }

    private ClassLoader loader() {
        ClassLoader own = ModelOptions.class.getClassLoader();
        if (classpath == null) {
            return own;
        }
        List<URL> urls = new ArrayList<>();
        for (String each : classpath.split(File.pathSeparator)) {
            if (!Files.exists(Path.of(each))) {
                throw wrong(each + " does not exist");
            }
            try {
                urls.add(Path.of(each).toUri().toURL());
            } catch (MalformedURLException e) {
                throw wrong(each + " cannot be read as a class path entry");
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), own);
    }

    private ParameterException wrong(String message) {
        return Problems.wrong(spec, message);
    }
}
