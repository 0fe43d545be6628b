package org.multisynq4j.client.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.snapshot.TypeCatalog;

/**
 * The root models of this bundle: the classes that may appear in their snapshots, and their code hashes.
 *
 * <p>The TeaVM plugin writes the bodies of the native methods when it compiles the bundle; on the JVM nothing here works. A root model is known if code outside
 * models, reachable from the main class, mentions its class literal.
 */
public final class CompiledModels {
    private CompiledModels() {}

    /**
     * The classes that may appear in a session of this root model.
     *
     * @throws IllegalArgumentException if the bundle was compiled without that root model
     */
    public static TypeCatalog catalog(Class<?> rootModel) {
        String members = members()[index(rootModel)];
        Class<?>[] types = types();
        String[] components = components();
        Map<String, Class<?>> byName = new LinkedHashMap<>();
        Map<String, String> componentsByName = new LinkedHashMap<>();
        for (int i = 0; i < types.length; i++) {
            if (members.charAt(i) == '1') {
                byName.put(types[i].getName(), types[i]);
                componentsByName.put(types[i].getName(), components[i]);
            }
        }
        return new CompiledCatalog(byName, componentsByName);
    }

    /**
     * The hash of everything that this root model's behaviour depends on; the scan computes the same on the JVM.
     *
     * @throws IllegalArgumentException if the bundle was compiled without that root model
     */
    public static String codeHash(Class<?> rootModel) {
        return hashes()[index(rootModel)];
    }

    /** The root model with this class name, if the bundle was compiled with it. */
    public static Optional<Class<?>> root(String className) {
        for (Class<?> root : roots()) {
            if (root.getName().equals(className)) {
                return Optional.of(root);
            }
        }
        return Optional.empty();
    }

    private static int index(Class<?> rootModel) {
        Class<?>[] roots = roots();
        for (int i = 0; i < roots.length; i++) {
            if (roots[i] == rootModel) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                rootModel.getName()
                        + " was not compiled as a root model: mention it as a class literal outside models, as in model(ChatModel.class)");
    }

    private static native Class<?>[] roots();

    private static native String[] hashes();

    private static native String[] members();

    private static native Class<?>[] types();

    private static native String[] components();

    private record CompiledCatalog(Map<String, Class<?>> types, Map<String, String> components) implements TypeCatalog {
        @Override
        public Optional<Class<?>> find(String binaryName) {
            return Optional.ofNullable(types.get(binaryName));
        }

        @Override
        public List<Component> recordComponents(Class<?> record) {
            String text = components.get(record.getName());
            if (text == null) {
                throw new IllegalArgumentException(record.getName() + " is not a class of this model");
            }
            List<Component> result = new ArrayList<>();
            int at = 0;
            while (at < text.length()) {
                int middle = text.indexOf(' ', at);
                int end = text.indexOf(' ', middle + 1);
                int stop = end < 0 ? text.length() : end;
                result.add(new Component(text.substring(at, middle), text.substring(middle + 1, stop)));
                at = stop + 1;
            }
            return result;
        }

        @Override
        public List<Class<?>> classes() {
            return new ArrayList<>(types.values());
        }
    }
}
