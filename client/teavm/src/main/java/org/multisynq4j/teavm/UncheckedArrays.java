package org.multisynq4j.teavm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.ArrayElementType;
import org.teavm.model.instructions.GetElementInstruction;
import org.teavm.model.instructions.PutElementInstruction;

/**
 * JavaScript: leaves out the check of each index into arrays of small numbers in a few classes of the engine that do most of a snapshot's work and look at their
 * indices themselves. The check is a call of one function for arrays of all kinds, whose length the browser's compiler then looks up anew each time; SHA-256 takes a third of the time without.
 *
 * <p>An index out of bounds there would read 0 or write nothing, never something of others: typed arrays see to that.
 */
final class UncheckedArrays implements ClassHolderTransformer {
    /**
     * Why no index can be wrong: {@code Sha256} looks at the range it is given, all else has a fixed size; {@code ByteWriter} reserves before it writes; {@code ByteReader}
     * and the columns compare with the end before they read; numbers of columns come from {@code ImageWalk}, which gives out no context beyond the last one;
     * {@code Alphabet} is told how many there are, and its tables have room for every byte; tables by hash use a mask.
     */
    static final Set<String> PROVEN = Set.of(
            "org.multisynq4j.identity.Sha256",
            "org.multisynq4j.snapshot.ByteWriter",
            "org.multisynq4j.snapshot.ByteReader",
            "org.multisynq4j.snapshot.Alphabet",
            "org.multisynq4j.snapshot.ColumnReader",
            "org.multisynq4j.snapshot.ColumnWriter",
            "org.multisynq4j.snapshot.IdentityTable",
            "org.multisynq4j.snapshot.ImageWalk");

    /** Those of them that call no method of what their arrays of references hold: from here on, TeaVM does not know what that is. */
    static final Set<String> CALLING_NOTHING = Set.of(
            "org.multisynq4j.snapshot.ColumnReader",
            "org.multisynq4j.snapshot.ColumnWriter",
            "org.multisynq4j.snapshot.IdentityTable");

    private static final String ARRAYS = NativeArrays.class.getName();
    private static final ValueType OBJECT = ValueType.object("java.lang.Object");

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (!PROVEN.contains(type.getName())) {
            return;
        }
        for (MethodHolder method : type.getMethods()) {
            if (method.getProgram() == null) {
                continue;
            }
            List<Instruction> all = new ArrayList<>();
            for (BasicBlock block : method.getProgram().getBasicBlocks()) {
                block.forEach(all::add);
            }
            boolean references = CALLING_NOTHING.contains(type.getName());
            all.forEach(each -> replace(each, references));
        }
    }

    private static void replace(Instruction at, boolean references) {
        if (at instanceof GetElementInstruction x && isNumber(x.getType())) {
            at.replace(Calls.of(
                    at,
                    ARRAYS,
                    "get",
                    x.getReceiver(),
                    ValueType.INTEGER,
                    List.of(x.getArray(), x.getIndex()),
                    OBJECT,
                    ValueType.INTEGER));
        } else if (references && at instanceof GetElementInstruction x && x.getType() == ArrayElementType.OBJECT) {
            at.replace(Calls.of(
                    at,
                    ARRAYS,
                    "getObject",
                    x.getReceiver(),
                    OBJECT,
                    List.of(x.getArray(), x.getIndex()),
                    OBJECT,
                    ValueType.INTEGER));
        } else if (at instanceof PutElementInstruction x && isNumber(x.getType())) {
            at.replace(Calls.of(
                    at,
                    ARRAYS,
                    "put",
                    null,
                    ValueType.VOID,
                    List.of(x.getArray(), x.getIndex(), x.getValue()),
                    OBJECT,
                    ValueType.INTEGER,
                    ValueType.INTEGER));
        }
    }

    private static boolean isNumber(ArrayElementType type) {
        return type == ArrayElementType.BYTE || type == ArrayElementType.INT || type == ArrayElementType.CHAR;
    }
}
