package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import javax.tools.ToolProvider;
import org.multisynq4j.apps.chat.ChatModel;
import org.multisynq4j.model.Model;

/** The chat's model as a later build of the program has it: compiled from its source with one change, beside the original. */
final class ChangedModel {
    private static final String SOURCE = "shared/apps/src/main/java/org/multisynq4j/apps/chat/ChatModel.java";

    private ChangedModel() {}

    /** Compiles the source into that directory, with the first of each two texts replaced by the second. */
    static void compile(Path classes, String... changes) throws IOException, URISyntaxException {
        String source = Files.readString(root().resolve(SOURCE));
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(source).contains(changes[i]);
            source = source.replace(changes[i], changes[i + 1]);
        }
        Path file = Files.createDirectories(classes).resolve("ChatModel.java");
        Files.writeString(file, source);
        Path engine = Path.of(
                Model.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "-proc:none",
                        "-cp",
                        engine + File.pathSeparator,
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(code).isZero();
    }

    /** Loads the changed class; everything else comes from the tests' own loader. */
    static Class<? extends Model> load(Path classes) throws ClassNotFoundException, MalformedURLException {
        return Class.forName(ChatModel.class.getName(), false, loader(classes)).asSubclass(Model.class);
    }

    /** A class path of the tests' classes with the changed ones in the place of the original. */
    static ClassLoader loader(Path classes) throws MalformedURLException {
        URL[] urls = {classes.toUri().toURL()};
        ClassLoader original = ChatModel.class.getClassLoader();
        ClassLoader without = new ClassLoader(original) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith(ChatModel.class.getName())) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }

            @Override
            public URL getResource(String name) {
                return isChanged(name) ? null : super.getResource(name);
            }

            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return isChanged(name) ? Collections.emptyEnumeration() : super.getResources(name);
            }

            private boolean isChanged(String resource) {
                return resource.startsWith(ChatModel.class.getName().replace('.', '/'));
            }
        };
        return new URLClassLoader(urls, without);
    }

    private static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(SOURCE))) {
            root = root.getParent();
        }
        return root;
    }
}
