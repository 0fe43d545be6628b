package org.multisynq4j.teavm;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import org.teavm.asm.ClassReader;
import org.teavm.asm.ClassVisitor;
import org.teavm.asm.ClassWriter;
import org.teavm.asm.MethodVisitor;
import org.teavm.asm.Opcodes;
import org.teavm.model.optimization.MethodOptimization;

/**
 * Keeps what may fail inside its loop. TeaVM's loop-invariant motion takes an instruction that may throw out of a loop that is sure to come to it, and so before what
 * the loop does ahead of it: {@code while (true) { count++; nothing.length(); }} failed with {@code count} untouched.
 *
 * <p>TeaVM offers no way to leave a pass out, and no program in front of it can be written so that inlining does not undo it. So the class with which that pass asks what
 * may be moved is defined here, before TeaVM loads its own: as it is, but what may throw may not be moved.
 */
final class StayingChecks {
    private static final String ANALYZER = "org/teavm/model/optimization/LoopInvariantAnalyzer";
    private static final String MARK = "multisynq4j";

    private StayingChecks() {}

    /** Does it once in each class loader of TeaVM. @throws IllegalStateException if TeaVM has optimised without it before */
    static void install() {
        try {
            MethodHandles.privateLookupIn(MethodOptimization.class, MethodHandles.lookup())
                    .defineClass(changed());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("TeaVM's optimizations cannot be reached", e);
        } catch (LinkageError e) {
            if (!isInstalled()) {
                throw new IllegalStateException(
                        "TeaVM has compiled another program in this JVM before Multisynq4J was on its class path;"
                                + " build again in a fresh JVM",
                        e);
            }
        }
    }

    private static boolean isInstalled() {
        try {
            Class<?> loaded =
                    Class.forName(ANALYZER.replace('/', '.'), false, MethodOptimization.class.getClassLoader());
            loaded.getDeclaredField(MARK);
            return true;
        } catch (ClassNotFoundException | NoSuchFieldException e) {
            return false;
        }
    }

    private static byte[] changed() {
        String file = "/" + ANALYZER + ".class";
        try (InputStream original = MethodOptimization.class.getResourceAsStream(file)) {
            if (original == null) {
                throw new IllegalStateException("this version of TeaVM has no " + ANALYZER
                        + ": Multisynq4J has to learn how it moves instructions out of loops");
            }
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            new ClassReader(original.readAllBytes()).accept(new Change(writer), 0);
            return writer.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("TeaVM's classes cannot be read", e);
        }
    }

    /** At the end of each {@code visit(…Instruction)}: {@code canMove = canMove & !sideEffect}. */
    private static final class Change extends ClassVisitor {
        Change(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
            if (!name.equals("visit") || (access & Opcodes.ACC_ABSTRACT) != 0) {
                return next;
            }
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitInsn(int opcode) {
                    if (opcode == Opcodes.RETURN) {
                        visitVarInsn(Opcodes.ALOAD, 0);
                        read("canMove");
                        read("sideEffect");
                        super.visitInsn(Opcodes.ICONST_1);
                        super.visitInsn(Opcodes.IXOR);
                        super.visitInsn(Opcodes.IAND);
                        visitFieldInsn(Opcodes.PUTFIELD, ANALYZER, "canMove", "Z");
                    }
                    super.visitInsn(opcode);
                }

                private void read(String field) {
                    visitVarInsn(Opcodes.ALOAD, 0);
                    visitFieldInsn(Opcodes.GETFIELD, ANALYZER, field, "Z");
                }
            };
        }

        @Override
        public void visitEnd() {
            visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, MARK, "Z", null, null)
                    .visitEnd();
            super.visitEnd();
        }
    }
}
