package org.multisynq4j.teavm;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;
import org.teavm.asm.ClassReader;
import org.teavm.asm.ClassWriter;
import org.teavm.asm.Opcodes;
import org.teavm.asm.tree.ClassNode;
import org.teavm.asm.tree.FieldNode;

/** Defines a class of TeaVM, changed, in TeaVM's class loader before TeaVM loads its own: for what neither a plugin nor a program can reach. */
final class ChangedClass {
    private static final String MARK = "multisynq4j";

    private ChangedClass() {}

    /**
     * Does it once in each class loader of TeaVM.
     *
     * @param neighbour a class of the same package
     * @param name the internal name
     * @param change what to do with it; the kinds of values at jumps stay as they are
     * @throws IllegalStateException if TeaVM has used its own before, or is of another version
     */
    static void define(Class<?> neighbour, String name, Consumer<ClassNode> change) {
        try {
            MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup())
                    .defineClass(changed(neighbour, name, change));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("TeaVM's classes cannot be reached", e);
        } catch (LinkageError e) {
            if (!isChanged(neighbour, name)) {
                throw new IllegalStateException(
                        "TeaVM has compiled another program in this JVM before Multisynq4J was on its class path;"
                                + " build again in a fresh JVM",
                        e);
            }
        }
    }

    private static boolean isChanged(Class<?> neighbour, String name) {
        try {
            Class<?> loaded = Class.forName(name.replace('/', '.'), false, neighbour.getClassLoader());
            loaded.getDeclaredField(MARK);
            return true;
        } catch (ClassNotFoundException | NoSuchFieldException e) {
            return false;
        }
    }

    private static byte[] changed(Class<?> neighbour, String name, Consumer<ClassNode> change) {
        try (InputStream original = neighbour.getResourceAsStream("/" + name + ".class")) {
            if (original == null) {
                throw unknown(name);
            }
            ClassNode read = new ClassNode();
            new ClassReader(original.readAllBytes()).accept(read, 0);
            change.accept(read);
            read.fields.add(new FieldNode(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, MARK, "Z", null, null));
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            read.accept(writer);
            return writer.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("TeaVM's classes cannot be read", e);
        }
    }

    /** For changes that do not find what they change. */
    static IllegalStateException unknown(String what) {
        return new IllegalStateException(
                "this version of TeaVM has no " + what + ": build with the one that Multisynq4J's documentation names");
    }
}
