package org.multisynq4j.scan;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * A member of any class that an instruction uses, or a class that it names.
 *
 * @param kind how
 * @param owner the class, by internal name
 * @param name empty if the class is only named
 * @param descriptor of the method or field
 */
record PlatformUse(Kind kind, String owner, String name, String descriptor) {
    enum Kind {
        /** A method is called or referred to, or a field read or written. */
        MEMBER,
        /** The compiler lets the platform make the code. */
        BOOTSTRAP,
        /** In a cast, test, array, class literal or lambda. */
        TYPE
    }

    /** All that an instruction uses. */
    static List<PlatformUse> of(AbstractInsnNode instruction) {
        List<PlatformUse> uses = new ArrayList<>();
        if (instruction instanceof MethodInsnNode x) {
            uses.add(new PlatformUse(Kind.MEMBER, x.owner, x.name, x.desc));
        } else if (instruction instanceof FieldInsnNode x) {
            uses.add(new PlatformUse(Kind.MEMBER, x.owner, x.name, x.desc));
        } else if (instruction instanceof InvokeDynamicInsnNode x) {
            dynamic(x, uses);
        } else if (instruction instanceof TypeInsnNode x && x.getOpcode() != Opcodes.NEW) {
            type(Type.getObjectType(x.desc), uses);
        } else if (instruction instanceof LdcInsnNode x && x.cst instanceof Type type) {
            type(type, uses);
        }
        return uses;
    }

    private static void dynamic(InvokeDynamicInsnNode dynamic, List<PlatformUse> uses) {
        Handle maker = dynamic.bsm;
        uses.add(new PlatformUse(Kind.BOOTSTRAP, maker.getOwner(), maker.getName(), maker.getDesc()));
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle) {
                uses.add(new PlatformUse(Kind.MEMBER, handle.getOwner(), handle.getName(), handle.getDesc()));
            } else if (argument instanceof Type type) {
                type(type, uses);
            }
        }
        type(Type.getReturnType(dynamic.desc), uses);
    }

    private static void type(Type type, List<PlatformUse> uses) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            uses.add(type(element.getInternalName()));
        }
    }

    static PlatformUse type(String name) {
        return new PlatformUse(Kind.TYPE, name, "", "");
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }

    /** {@code add(int, Object)} of a method, {@code TRUE} of a field. */
    String member() {
        return descriptor.startsWith("(") ? Names.parameters(name, descriptor) : name;
    }

    /** As the list of compared members has it. */
    String line() {
        return kind == Kind.TYPE ? Names.type(owner) : Names.type(owner) + " " + member();
    }

    PlatformUse ofClass(String other) {
        return new PlatformUse(kind, other, name, descriptor);
    }
}
