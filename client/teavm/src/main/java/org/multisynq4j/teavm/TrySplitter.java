package org.multisynq4j.teavm;

import java.util.ArrayList;
import java.util.List;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.Program;
import org.teavm.model.instructions.CloneArrayInstruction;
import org.teavm.model.instructions.GetElementInstruction;
import org.teavm.model.instructions.GetFieldInstruction;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.JumpInstruction;
import org.teavm.model.instructions.MonitorEnterInstruction;
import org.teavm.model.instructions.MonitorExitInstruction;
import org.teavm.model.instructions.PutElementInstruction;
import org.teavm.model.instructions.PutFieldInstruction;
import org.teavm.model.instructions.RaiseInstruction;
import org.teavm.model.instructions.UnwrapArrayInstruction;
import org.teavm.model.util.BasicBlockSplitter;

/**
 * Lets exception handlers see variables as they are when the exception is thrown.
 *
 * <p>TeaVM replaces a variable by its checked copy where it is first used as an object, an array or an index, and believes that a handler always comes after the
 * whole block that it guards. So in {@code try { f(); x.g(); } catch (E e) { x.h(); }} the handler used the copy made before {@code g}, which does not exist yet if
 * {@code f} throws. Cut into blocks of one such use each, with an empty one in front, no block that makes a copy is believed to be always before the handler.
 */
final class TrySplitter implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (!Targets.needsExactArithmetic(cls.getName())) {
            return;
        }
        for (MethodHolder method : cls.getMethods()) {
            if (method.getProgram() != null) {
                split(method.getProgram());
            }
        }
    }

    /** True if there was something to split. */
    static boolean split(Program program) {
        List<BasicBlock> guarded = new ArrayList<>();
        for (BasicBlock block : program.getBasicBlocks()) {
            if (!block.getTryCatchBlocks().isEmpty()) {
                guarded.add(block);
            }
        }
        if (guarded.isEmpty()) {
            return false;
        }
        BasicBlockSplitter splitter = new BasicBlockSplitter(program);
        guarded.forEach(block -> split(block, splitter));
        splitter.fixProgram();
        return true;
    }

    private static void split(BasicBlock block, BasicBlockSplitter splitter) {
        BasicBlock current = block;
        Instruction next = block.getFirstInstruction();
        while (next != null) {
            Instruction use = next;
            while (use != null && !isUse(use)) {
                use = use.getNext();
            }
            if (use == null) {
                return;
            }
            next = use.getNext();
            BasicBlock rest = splitter.split(current, use.getPrevious());
            JumpInstruction jump = new JumpInstruction();
            jump.setTarget(rest);
            jump.setLocation(use.getLocation());
            current.add(jump);
            current = rest;
        }
    }

    private static boolean isUse(Instruction each) {
        return each instanceof InvokeInstruction
                || each instanceof GetFieldInstruction get && get.getInstance() != null
                || each instanceof PutFieldInstruction put && put.getInstance() != null
                || each instanceof UnwrapArrayInstruction
                || each instanceof CloneArrayInstruction
                || each instanceof GetElementInstruction
                || each instanceof PutElementInstruction
                || each instanceof RaiseInstruction
                || each instanceof MonitorEnterInstruction
                || each instanceof MonitorExitInstruction;
    }
}
