package org.multisynq4j.teavm;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.InvokeDynamicInstruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Leaves the names and values of a record's components out of the text that the compiler makes for it, in packages that models never see and whose records nobody
 * prints: a hundred such texts go into every program, because some text of some object is asked for somewhere. What has a {@code toString} of its own keeps it.
 * The same goes for their hash codes: 0 is a right one for every object, and none of these is a key of a large map.
 */
final class LeanRecords implements ClassHolderTransformer {
    /** Where the compiler's own methods of records come from. */
    static final String BOOTSTRAP = "java.lang.runtime.ObjectMethods";

    private static final String[] PACKAGES = {
        "org.multisynq4j.client.", "org.multisynq4j.protocol.", "org.multisynq4j.manifest.", "org.multisynq4j.vm."
    };

    private static final MethodDescriptor HASH = new MethodDescriptor("hashCode", ValueType.INTEGER);

    private static final MethodDescriptor TEXT = new MethodDescriptor("toString", ValueType.object("java.lang.String"));

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (!isNeverPrinted(type.getName())) {
            return;
        }
        MethodHolder text = type.getMethod(TEXT);
        if (isMadeByTheCompiler(text)) {
            ProgramEmitter body = ProgramEmitter.create(text, context.getHierarchy());
            body.constant(type.getName().substring(type.getName().lastIndexOf('.') + 1))
                    .returnValue();
        }
        MethodHolder hash = type.getMethod(HASH);
        if (isMadeByTheCompiler(hash)) {
            ProgramEmitter.create(hash, context.getHierarchy()).constant(0).returnValue();
        }
    }

    static boolean isNeverPrinted(String className) {
        for (String name : PACKAGES) {
            if (className.startsWith(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMadeByTheCompiler(MethodHolder method) {
        if (method == null || method.getProgram() == null) {
            return false;
        }
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
            for (Instruction instruction : block) {
                if (instruction instanceof InvokeDynamicInstruction dynamic
                        && dynamic.getBootstrapMethod().getClassName().equals(BOOTSTRAP)) {
                    return true;
                }
            }
        }
        return false;
    }
}
