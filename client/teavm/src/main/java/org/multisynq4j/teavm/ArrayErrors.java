package org.multisynq4j.teavm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHierarchy;
import org.teavm.model.ClassReader;
import org.teavm.model.ElementModifier;
import org.teavm.model.Instruction;
import org.teavm.model.Phi;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.ArrayElementType;
import org.teavm.model.instructions.ArrayLengthInstruction;
import org.teavm.model.instructions.AssignInstruction;
import org.teavm.model.instructions.CastInstruction;
import org.teavm.model.instructions.ClassConstantInstruction;
import org.teavm.model.instructions.ConstructArrayInstruction;
import org.teavm.model.instructions.ConstructMultiArrayInstruction;
import org.teavm.model.instructions.GetElementInstruction;
import org.teavm.model.instructions.IsInstanceInstruction;
import org.teavm.model.instructions.PutElementInstruction;
import org.teavm.model.instructions.PutFieldInstruction;
import org.teavm.model.instructions.UnwrapArrayInstruction;
import org.teavm.model.util.UsageExtractor;

/**
 * Makes the array errors of one program what they are on the JVM: a negative size, a value of the wrong type, and an index that TeaVM does not check because both
 * it and the array's size are constants.
 */
final class ArrayErrors {
    private static final ValueType OBJECT = ValueType.object("java.lang.Object");
    private static final ValueType CLASS = ValueType.object("java.lang.Class");
    private static final ValueType OBJECTS = ValueType.arrayOf(OBJECT);

    /** TeaVM does not know that arrays are. */
    private static final ValueType SERIALIZABLE = ValueType.object("java.io.Serializable");

    private final Map<Variable, Number> constants;
    private final Optional<ClassHierarchy> hierarchy;
    private final Map<Variable, Variable> copied = new HashMap<>();
    private final Map<Variable, Integer> sizes = new HashMap<>();
    private final Set<Variable> sizeMustBeHidden = new HashSet<>();

    /** @param hierarchy if it matters what interfaces extend */
    ArrayErrors(Program program, Map<Variable, Number> constants, Optional<ClassHierarchy> hierarchy) {
        this.constants = constants;
        this.hierarchy = hierarchy;
        for (BasicBlock block : program.getBasicBlocks()) {
            block.forEach(this::learn);
        }
        for (BasicBlock block : program.getBasicBlocks()) {
            block.forEach(this::watch);
            for (Phi phi : block.getPhis()) {
                phi.getIncomings().forEach(incoming -> sizeMustBeHidden.add(array(incoming.getValue())));
            }
        }
    }

    private void learn(Instruction each) {
        if (each instanceof UnwrapArrayInstruction x) {
            copied.put(x.getReceiver(), x.getArray());
        } else if (each instanceof AssignInstruction x) {
            copied.put(x.getReceiver(), x.getAssignee());
        } else if (each instanceof ConstructArrayInstruction x && constants.containsKey(x.getSize())) {
            sizes.put(x.getReceiver(), constants.get(x.getSize()).intValue());
        }
    }

    /**
     * TeaVM checks no constant index into an array of constant size. The size stays constant only where every use is an access in bounds, or a store to where TeaVM
     * does not follow it; a call may turn into such an access once it is inlined.
     */
    private void watch(Instruction each) {
        if (each instanceof GetElementInstruction x) {
            watchIndex(x.getArray(), x.getIndex());
        } else if (each instanceof PutElementInstruction x) {
            watchIndex(x.getArray(), x.getIndex());
        } else if (!(each instanceof PutFieldInstruction
                || each instanceof ArrayLengthInstruction
                || each instanceof UnwrapArrayInstruction
                || each instanceof AssignInstruction)) {
            UsageExtractor used = new UsageExtractor();
            each.acceptVisitor(used);
            for (Variable variable : used.getUsedVariables()) {
                sizeMustBeHidden.add(array(variable));
            }
        }
    }

    private void watchIndex(Variable elements, Variable index) {
        Variable array = array(elements);
        Integer size = sizes.get(array);
        Number constant = constants.get(index);
        if (size != null && (constant == null || constant.intValue() < 0 || constant.intValue() >= size)) {
            sizeMustBeHidden.add(array);
        }
    }

    /** Adds what the instruction needs. */
    void check(Instruction at) {
        if (at instanceof ConstructArrayInstruction x) {
            compareInterfaces(at, x.getItemType());
            Integer size = sizes.get(x.getReceiver());
            if (size == null || size < 0) {
                x.setSize(through(at, "arraySize", x.getSize()));
            } else if (sizeMustBeHidden.contains(x.getReceiver())) {
                x.setSize(through(at, "hidden", x.getSize()));
            }
        } else if (at instanceof ConstructMultiArrayInstruction x) {
            compareInterfaces(at, x.getItemType());
            for (int i = 0; i < x.getDimensions().size(); i++) {
                Variable size = x.getDimensions().get(i);
                x.getDimensions().set(i, through(at, "arraySize", size));
            }
        } else if (at instanceof PutElementInstruction x && x.getType() == ArrayElementType.OBJECT) {
            List<Variable> arguments = List.of(array(x.getArray()), x.getIndex(), x.getValue());
            at.insertPrevious(
                    Calls.of(at, "checkStore", null, ValueType.VOID, arguments, OBJECTS, ValueType.INTEGER, OBJECT));
        } else if (at instanceof CastInstruction x && isArrayOfObjects(x.getTargetType())) {
            compareInterfaces(at, x.getTargetType());
            Variable type = type(at, x.getTargetType());
            at.insertPrevious(
                    Calls.of(at, "checkCast", null, ValueType.VOID, List.of(x.getValue(), type), OBJECT, CLASS));
        } else if (at instanceof IsInstanceInstruction x && x.getType().equals(SERIALIZABLE)) {
            at.replace(
                    Calls.of(at, "isSerializable", x.getReceiver(), ValueType.BOOLEAN, List.of(x.getValue()), OBJECT));
        } else if (at instanceof CastInstruction x && x.getTargetType().equals(SERIALIZABLE)) {
            at.replace(Calls.of(at, "asSerializable", x.getReceiver(), OBJECT, List.of(x.getValue()), OBJECT));
        } else if (at instanceof IsInstanceInstruction x && isArrayOfObjects(x.getType())) {
            compareInterfaces(at, x.getType());
            List<Variable> arguments = List.of(x.getValue(), type(at, x.getType()));
            at.replace(Calls.of(at, "isInstance", x.getReceiver(), ValueType.BOOLEAN, arguments, OBJECT, CLASS));
        }
    }

    private static boolean isArrayOfObjects(ValueType type) {
        return type instanceof ValueType.Array array && !(array.getItemType() instanceof ValueType.Primitive);
    }

    /** Where values are asked for being such an array, or such an array is what another array's elements have to be. */
    private void compareInterfaces(Instruction at, ValueType wanted) {
        ValueType item = wanted;
        while (item instanceof ValueType.Array array) {
            item = array.getItemType();
        }
        if (item != wanted && item instanceof ValueType.Object object && hierarchy.isPresent()) {
            ClassReader type = hierarchy.get().getClassSource().get(object.getClassName());
            if (type != null && type.hasModifier(ElementModifier.INTERFACE)) {
                at.insertPrevious(Calls.of(at, "compareInterfaces", null, ValueType.VOID, List.of()));
            }
        }
    }

    private static Variable type(Instruction at, ValueType constant) {
        ClassConstantInstruction type = new ClassConstantInstruction();
        type.setConstant(constant);
        type.setReceiver(at.getProgram().createVariable());
        type.setLocation(at.getLocation());
        at.insertPrevious(type);
        return type.getReceiver();
    }

    private Variable array(Variable elements) {
        Variable found = elements;
        while (copied.containsKey(found)) {
            found = copied.get(found);
        }
        return found;
    }

    private static Variable through(Instruction at, String method, Variable value) {
        Variable result = at.getProgram().createVariable();
        at.insertPrevious(Calls.of(at, method, result, ValueType.INTEGER, List.of(value), ValueType.INTEGER));
        return result;
    }
}
