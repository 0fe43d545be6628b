package org.multisynq4j.scan;

import java.util.function.Consumer;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Reports every class and method that a piece of a class file mentions. */
abstract class Mentions {
    /** Reports classes only. */
    static Mentions ofTypes(Consumer<String> listener) {
        return new Mentions() {
            @Override
            void type(String internalName) {
                listener.accept(internalName);
            }
        };
    }

    /** A class is mentioned: by its name, in a descriptor, as a literal, cast, array or owner. */
    abstract void type(String internalName);

    /** A method is called or referred to; its owner and the classes in its descriptor are told as types, too. */
    void call(int tag, String owner, String name, String descriptor) {}

    final void method(MethodNode method) {
        descriptor(method.desc);
        signature(method.signature);
        if (method.exceptions != null) {
            method.exceptions.forEach(this::objectType);
        }
        if (method.tryCatchBlocks != null) {
            for (TryCatchBlockNode block : method.tryCatchBlocks) {
                if (block.type != null) {
                    objectType(block.type);
                }
            }
        }
        for (AbstractInsnNode insn : method.instructions) {
            instruction(insn);
        }
    }

    private void instruction(AbstractInsnNode insn) {
        if (insn instanceof TypeInsnNode x) {
            objectType(x.desc);
        } else if (insn instanceof FieldInsnNode x) {
            objectType(x.owner);
            descriptor(x.desc);
        } else if (insn instanceof MethodInsnNode x) {
            objectType(x.owner);
            descriptor(x.desc);
            call(tag(x.getOpcode(), x.itf), x.owner, x.name, x.desc);
        } else if (insn instanceof InvokeDynamicInsnNode x) {
            descriptor(x.desc);
            for (Object argument : x.bsmArgs) {
                constant(argument);
            }
        } else if (insn instanceof LdcInsnNode x) {
            constant(x.cst);
        } else if (insn instanceof MultiANewArrayInsnNode x) {
            descriptor(x.desc);
        }
    }

    private static int tag(int opcode, boolean itf) {
        return switch (opcode) {
            case Opcodes.INVOKESTATIC -> Opcodes.H_INVOKESTATIC;
            case Opcodes.INVOKESPECIAL -> Opcodes.H_INVOKESPECIAL;
            default -> itf ? Opcodes.H_INVOKEINTERFACE : Opcodes.H_INVOKEVIRTUAL;
        };
    }

    private void constant(Object value) {
        if (value instanceof Type x) {
            type(x);
        } else if (value instanceof Handle x) {
            objectType(x.getOwner());
            if (x.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                descriptor(x.getDesc());
                call(x.getTag(), x.getOwner(), x.getName(), x.getDesc());
            }
        } else if (value instanceof ConstantDynamic x) {
            descriptor(x.getDescriptor());
            for (int i = 0; i < x.getBootstrapMethodArgumentCount(); i++) {
                constant(x.getBootstrapMethodArgument(i));
            }
        }
    }

    final void descriptor(String descriptor) {
        type(Type.getType(descriptor));
    }

    /** A generic signature of a class, method or field; null is allowed, as class files have it. */
    final void signature(String signature) {
        if (signature == null) {
            return;
        }
        new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
            private String current = "";

            @Override
            public void visitClassType(String name) {
                current = name;
                type(name);
            }

            @Override
            public void visitInnerClassType(String name) {
                current += "$" + name;
                type(current);
            }
        });
    }

    private void type(Type type) {
        switch (type.getSort()) {
            case Type.OBJECT -> type(type.getInternalName());
            case Type.ARRAY -> type(type.getElementType());
            case Type.METHOD -> {
                type(type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    type(argument);
                }
            }
            default -> {}
        }
    }

    private void objectType(String name) {
        type(Type.getObjectType(name));
    }
}
