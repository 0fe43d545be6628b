package org.multisynq4j.teavm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.teavm.asm.ClassReader;
import org.teavm.asm.tree.ClassNode;

/** The class files of a program, read as TeaVM reads them. */
final class OwnClasses {
    /** The tag of a class in a constant pool. */
    private static final int CLASS = 7;

    private final ClassLoader loader;
    private final Map<String, ClassNode> nodes = new TreeMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    private OwnClasses(ClassLoader loader) {
        this.loader = loader;
    }

    /** Every class of application and engine that the main class names, or one of those; by binary name. */
    static Map<String, ClassNode> of(String mainClass, ClassLoader loader) {
        OwnClasses classes = new OwnClasses(loader);
        classes.meet(mainClass.replace('.', '/'));
        for (String next = classes.waiting.poll(); next != null; next = classes.waiting.poll()) {
            classes.read(next);
        }
        return classes.nodes;
    }

    /** A class of any kind, if there is such a file. */
    static Optional<ClassNode> find(String internalName, ClassLoader loader) {
        return bytes(internalName, loader).map(bytes -> node(new ClassReader(bytes)));
    }

    private void read(String internalName) {
        Optional<byte[]> bytes = bytes(internalName, loader);
        if (bytes.isEmpty()) {
            return;
        }
        ClassReader reader = new ClassReader(bytes.get());
        nodes.put(internalName.replace('/', '.'), node(reader));
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == CLASS) {
                meet(reader.readUTF8(offset, buffer));
            }
        }
    }

    private void meet(String name) {
        String element = name.startsWith("[") ? name.replaceFirst("^\\[+L?", "").replace(";", "") : name;
        String binary = element.replace('/', '.');
        if (Targets.isOurs(binary) && !nodes.containsKey(binary) && !waiting.contains(element)) {
            waiting.add(element);
        }
    }

    private static Optional<byte[]> bytes(String internalName, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class file of " + internalName, e);
        }
    }

    private static ClassNode node(ClassReader reader) {
        ClassNode node = new ClassNode();
        reader.accept(node, 0);
        return node;
    }
}
