package org.multisynq4j.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Models compiled for Java 21 and 25, which the tests' own compiler may not know: as their compilers write them. */
class NewerClassesTest {
    private static final String SOURCE =
            "import java.util.*; import org.multisynq4j.model.*; public class Root extends Model { Object step(List<Integer> list) { return list.iterator(); } }";

    @ParameterizedTest
    @CsvSource({"65, typeSwitch", "69, typeSwitch", "65, enumSwitch", "69, enumSwitch"})
    void acceptsPatternSwitches(int version, String maker) throws Exception {
        ModelScan scan = scan(version, code -> {
            Handle bootstrap = new Handle(
                    Opcodes.H_INVOKESTATIC,
                    "java/lang/runtime/SwitchBootstraps",
                    maker,
                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
                    false);
            code.visitInsn(Opcodes.POP);
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitInvokeDynamicInsn(
                    maker, "(Ljava/lang/Object;I)I", bootstrap, Type.getType("Ljava/lang/Integer;"), "text");
            code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
        });
        assertThat(scan.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "java/util/List, getFirst",
        "java/util/List, removeLast",
        "java/util/List, reversed",
        "java/util/SequencedCollection, getLast",
        "java/util/LinkedHashMap, firstEntry",
        "java/util/LinkedHashSet, reversed"
    })
    void refusesSequencedCollectionsWhichNobodyHasCompared(String owner, String method) throws Exception {
        boolean isInterface = !owner.contains("Linked");
        ModelScan scan = scan(65, code -> {
            code.visitTypeInsn(Opcodes.CHECKCAST, owner);
            code.visitMethodInsn(
                    isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
                    owner,
                    method,
                    "()Ljava/lang/Object;",
                    isInterface);
        });
        assertThat(scan.problems())
                .anySatisfy(problem -> assertThat(problem.message())
                        .contains(owner.replace('/', '.') + "." + method)
                        .contains("was not compared on all platforms yet"))
                .allMatch(problem -> problem.code().equals("M4J134"));
    }

    @Test
    void refusesMethodsThatJava17DoesNotHave() throws Exception {
        ModelScan scan = scan(69, code -> {
            code.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/String");
            code.visitInsn(Opcodes.ICONST_2);
            code.visitInsn(Opcodes.ICONST_2);
            code.visitInsn(Opcodes.ICONST_2);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/String", "indexOf", "(III)I", false);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
        });
        assertThat(Sources.codes(scan)).containsExactly("M4J122");
    }

    /** The list is on the stack in front of the code, and what the code leaves there is returned. */
    private static ModelScan scan(int version, Consumer<MethodVisitor> code) throws Exception {
        ClassFiles compiled = ClassFiles.of(Sources.compile(SOURCE));
        return ModelScan.of(
                "Root",
                name -> name.equals("Root")
                        ? compiled.find(name).map(bytes -> changed(bytes, version, code))
                        : compiled.find(name));
    }

    private static byte[] changed(byte[] bytes, int version, Consumer<MethodVisitor> code) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visit(
                                    int old, int access, String name, String signature, String parent, String[] more) {
                                super.visit(version, access, name, signature, parent, more);
                            }

                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
                                return name.equals("step") ? replacing(next, code) : next;
                            }
                        },
                        0);
        return writer.toByteArray();
    }

    private static MethodVisitor replacing(MethodVisitor next, Consumer<MethodVisitor> code) {
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                code.accept(mv);
            }
        };
    }
}
