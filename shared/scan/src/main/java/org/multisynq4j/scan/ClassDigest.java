package org.multisynq4j.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * What of one class file may change behaviour, as text-independent bytes.
 *
 * <p>Left out: the constant pool's and the members' order, the class file's version, debug information (source file, lines, names of variables and parameters),
 * stack frames and sizes (the code implies them), generic signatures, annotations, nesting tables. Kept: everything else, down to each instruction and constant.
 * The names of lambda methods are kept on purpose, because a snapshot contains them.
 */
final class ClassDigest {
    private static final int IGNORED_ACCESS = Opcodes.ACC_DEPRECATED;

    private ClassDigest() {}

    /** The class's parts, each with its own hash: {@code class}, {@code field x}, {@code method f(int)}. */
    static SortedMap<String, String> parts(ClassNode node) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put("class", hash(out -> header(node, out)));
        for (FieldNode field : node.fields) {
            parts.put("field " + field.name, hash(out -> field(field, out)));
        }
        for (MethodNode method : node.methods) {
            parts.put("method " + Names.method(method.name, method.desc), hash(out -> method(method, out)));
        }
        return parts;
    }

    /** The class's hash: that of its parts. */
    static String of(ClassNode node) {
        return hash(out -> {
            for (var part : parts(node).entrySet()) {
                out.writeUTF(part.getKey());
                out.writeUTF(part.getValue());
            }
        });
    }

    private static void header(ClassNode node, DataOutputStream out) throws IOException {
        out.writeInt(node.access & ~IGNORED_ACCESS & ~Opcodes.ACC_SUPER);
        out.writeUTF(node.name);
        out.writeUTF(node.superName);
        writeNames(node.interfaces, out);
        writeNames(node.permittedSubclasses, out);
        List<RecordComponentNode> components =
                node.recordComponents == null ? Collections.emptyList() : node.recordComponents;
        out.writeInt(components.size());
        for (RecordComponentNode component : components) {
            out.writeUTF(component.name);
            out.writeUTF(component.descriptor);
        }
    }

    private static void writeNames(List<String> names, DataOutputStream out) throws IOException {
        List<String> given = names == null ? Collections.emptyList() : names;
        out.writeInt(given.size());
        for (String name : given) {
            out.writeUTF(name);
        }
    }

    private static void field(FieldNode field, DataOutputStream out) throws IOException {
        out.writeInt(field.access & ~IGNORED_ACCESS);
        out.writeUTF(field.desc);
        new CodeWriter(out).constant(field.value == null ? "" : field.value);
    }

    private static void method(MethodNode method, DataOutputStream out) throws IOException {
        out.writeInt(method.access & ~IGNORED_ACCESS);
        out.writeUTF(method.desc);
        new CodeWriter(out).code(method);
    }

    /** Something that writes bytes to be hashed. */
    @FunctionalInterface
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    /** SHA-256 in base64url: 43 characters. */
    static String hash(Content content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.writeTo(new DataOutputStream(bytes));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
