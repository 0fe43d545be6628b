package org.multisynq4j.teavm.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.teavm.model.AccessLevel;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.FieldHolder;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/** What must happen where our classes call the library, because its own methods are TeaVM's in each target. */
public final class LibraryCalls implements ClassHolderTransformer {
    private static final String STREAMS = "java.util.stream.";
    private static final Set<String> STREAM_TYPES = Set.of("Stream", "IntStream", "LongStream", "DoubleStream");
    private static final Set<String> NO_USE = Set.of("close", "onClose", "isParallel");
    private static final Set<String> COUNTING = Set.of("limit", "skip");
    static final Set<String> STREAM_CLASSES = Set.of(
            "java.util.stream.impl.SimpleStreamImpl",
            "java.util.stream.intimpl.SimpleIntStreamImpl",
            "java.util.stream.longimpl.SimpleLongStreamImpl",
            "java.util.stream.doubleimpl.SimpleDoubleStreamImpl");
    private static final String USES = "multisynq4jUses";
    private static final String BUILDER = "java.lang.StringBuilder";
    private static final String STRING = "java.lang.String";
    private static final Set<String> CUTS = Set.of("substring", "subSequence");
    private static final ValueType OBJECT = ValueType.object("java.lang.Object");

    private final Predicate<String> isOurs;

    /** @param isOurs whether a class, by its binary name, is compiled with the JVM's semantics */
    public LibraryCalls(Predicate<String> isOurs) {
        this.isOurs = isOurs;
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (STREAM_CLASSES.contains(type.getName())) {
            remember(type, context);
        }
        if (!isOurs.test(type.getName()) || type.getName().startsWith(Overlay.ROOT)) {
            return;
        }
        for (MethodHolder method : type.getMethods()) {
            if (method.getProgram() != null) {
                List<InvokeInstruction> calls = new ArrayList<>();
                for (BasicBlock block : method.getProgram().getBasicBlocks()) {
                    for (Instruction each : block) {
                        if (each instanceof InvokeInstruction call) {
                            calls.add(call);
                        }
                    }
                }
                calls.forEach(LibraryCalls::repair);
            }
        }
    }

    private static void repair(InvokeInstruction call) {
        String owner = call.getMethod().getClassName();
        String name = call.getMethod().getName();
        if (owner.equals("java.lang.System") && name.equals("arraycopy")) {
            call.setMethod(new MethodReference(
                    Copying.class.getName(), call.getMethod().getDescriptor()));
        } else if (owner.equals(BUILDER) && name.equals("insert")) {
            List<Variable> values =
                    List.of(call.getInstance(), call.getArguments().get(0));
            before(call, BuilderRepairs.class, "checkInsert", values, ValueType.object(BUILDER), ValueType.INTEGER);
        } else if (owner.equals(STRING) && CUTS.contains(name)) {
            List<Variable> values = new ArrayList<>();
            values.add(call.getInstance());
            values.addAll(call.getArguments());
            ValueType[] types = new ValueType[values.size()];
            Arrays.fill(types, ValueType.INTEGER);
            types[0] = ValueType.object(STRING);
            before(call, StringRepairs.class, "checkCut", values, types);
        } else if (owner.startsWith(STREAMS) && STREAM_TYPES.contains(owner.substring(STREAMS.length()))) {
            if (call.getInstance() == null) {
                if (name.equals("concat")) {
                    call.getArguments().forEach(each -> use(call, each));
                }
            } else if (!NO_USE.contains(name)) {
                use(call, call.getInstance());
                if (COUNTING.contains(name)) {
                    List<Variable> values = List.of(call.getArguments().get(0));
                    before(call, StreamUse.class, "checkCount", values, ValueType.LONG);
                }
            }
        }
    }

    private static void use(InvokeInstruction call, Variable stream) {
        before(call, StreamUse.class, "use", List.of(stream), OBJECT);
    }

    private static void before(
            InvokeInstruction call, Class<?> owner, String method, List<Variable> values, ValueType... types) {
        ValueType[] signature = Arrays.copyOf(types, types.length + 1);
        signature[types.length] = ValueType.VOID;
        InvokeInstruction added = new InvokeInstruction();
        added.setType(InvocationType.SPECIAL);
        added.setMethod(new MethodReference(owner.getName(), method, signature));
        added.setArguments(values.toArray(Variable[]::new));
        added.setLocation(call.getLocation());
        call.insertPrevious(added);
    }

    private static void remember(ClassHolder type, ClassHolderTransformerContext context) {
        FieldHolder field = new FieldHolder(USES);
        field.setLevel(AccessLevel.PUBLIC);
        field.setType(ValueType.INTEGER);
        type.addField(field);
        type.getInterfaces().add(StreamUse.Remembering.class.getName());
        MethodHolder method = new MethodHolder(new MethodDescriptor("usesBefore", ValueType.INTEGER));
        method.setLevel(AccessLevel.PUBLIC);
        type.addMethod(method);
        ProgramEmitter body = ProgramEmitter.create(method, context.getHierarchy());
        ValueEmitter self = body.var(0, ValueType.object(type.getName()));
        ValueEmitter before = self.getField(USES, ValueType.INTEGER);
        self.setField(USES, body.constant(1));
        before.returnValue();
    }
}
