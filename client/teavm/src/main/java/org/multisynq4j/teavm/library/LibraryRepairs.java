package org.multisynq4j.teavm.library;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.teavm.model.AccessLevel;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/**
 * Gives methods of TeaVM's class library the bodies that static methods of ours have: those of the same name and parameters, after the object itself if the method
 * is not static. A method that TeaVM's class lacks is added.
 */
public final class LibraryRepairs implements ClassHolderTransformer {
    private static final Map<String, Class<?>> REPAIRS = Map.ofEntries(
            Map.entry("java.lang.StringBuilder", BuilderRepairs.class),
            Map.entry("java.lang.CharSequence", CharSequenceRepairs.class),
            Map.entry("java.lang.String", StringRepairs.class),
            Map.entry("java.lang.Enum", EnumRepairs.class),
            Map.entry("java.lang.Integer", IntegerRepairs.class),
            Map.entry("java.lang.Long", LongRepairs.class),
            Map.entry("java.util.Optional", OptionalRepairs.class),
            Map.entry("java.util.OptionalDouble", OptionalDoubleRepairs.class),
            Map.entry("java.util.OptionalInt", OptionalIntRepairs.class),
            Map.entry("java.util.OptionalLong", OptionalLongRepairs.class),
            Map.entry("java.util.BitSet", BitSetRepairs.class),
            Map.entry("java.util.Arrays", ArraysRepairs.class),
            Map.entry("java.util.Collections", CollectionsRepairs.class),
            Map.entry("java.util.stream.impl.SimpleStreamImpl", StreamRepairs.class),
            Map.entry("java.util.Iterator", IteratorRepairs.class),
            Map.entry("java.util.Comparator", ComparatorRepairs.class),
            Map.entry("java.util.List", ListRepairs.class),
            Map.entry("java.util.Set", SetRepairs.class),
            Map.entry("java.util.Map", MapRepairs.class));

    /** Classes of {@code java.util} that {@link Overlay} has. */
    private static final Set<String> SUBSTITUTED = Set.of(
            "java.util.AbstractCollection",
            "java.util.AbstractList",
            "java.util.AbstractSet",
            "java.util.ArrayDeque",
            "java.util.ArrayList",
            "java.util.EnumMap",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.LinkedList",
            "java.util.TreeMap",
            "java.util.TreeSet");

    /** Repairs of this name are of constructors. */
    private static final String CONSTRUCTOR = "init";

    /** Interfaces without methods, which TeaVM leaves out, though a model may ask for them or make arrays of them. */
    private static final List<Class<?>> MARKERS = List.of(java.io.Serializable.class);

    /** Binary names of all classes that are repaired or replaced. */
    static List<String> classes() {
        return Stream.concat(REPAIRS.keySet().stream(), SUBSTITUTED.stream())
                .sorted()
                .toList();
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        String name = type.getName();
        if (SUBSTITUTED.contains(name) && type.getAnnotations().get(Substitute.class.getName()) == null) {
            throw new IllegalStateException(name + " is not the substitute that multisynq4j-teavm has;"
                    + " put that before teavm-classlib among the dependencies");
        }
        if (name.startsWith("java.lang.") || name.startsWith("java.util.")) {
            mark(type);
        }
        Class<?> repairs = REPAIRS.get(name);
        if (repairs != null) {
            for (Method repair : repairs.getDeclaredMethods()) {
                if (Modifier.isPublic(repair.getModifiers())) {
                    apply(repair, type, context);
                }
            }
        }
        RecordEquality.repair(type, context);
    }

    private static void mark(ClassHolder type) {
        try {
            Class<?> jdk = Class.forName(type.getName(), false, null);
            for (Class<?> marker : MARKERS) {
                if (Arrays.asList(jdk.getInterfaces()).contains(marker)) {
                    type.getInterfaces().add(marker.getName());
                }
            }
        } catch (ClassNotFoundException e) {
            // TeaVM's own, such as the superclass of its string builders.
        }
    }

    private static void apply(Method repair, ClassHolder type, ClassHolderTransformerContext context) {
        ValueType[] parameters =
                Arrays.stream(repair.getParameterTypes()).map(ValueType::parse).toArray(ValueType[]::new);
        ValueType result = ValueType.parse(repair.getReturnType());
        if (repair.getName().equals(CONSTRUCTOR)) {
            construct(repair, parameters, type, context);
            return;
        }
        MethodHolder method = find(type, repair.getName(), parameters, result, true);
        if (method == null && parameters.length > 0) {
            ValueType[] own = Arrays.copyOfRange(parameters, 1, parameters.length);
            method = find(type, repair.getName(), own, result, false);
            if (method == null) {
                ValueType[] signature = Arrays.copyOf(own, own.length + 1);
                signature[own.length] = result;
                method = new MethodHolder(new MethodDescriptor(repair.getName(), signature));
                method.setLevel(AccessLevel.PUBLIC);
                type.addMethod(method);
            }
        }
        if (method == null) {
            throw new IllegalStateException(
                    type.getName() + " has no " + repair + "; TeaVM's library has changed, so change this");
        }
        method.getModifiers().remove(ElementModifier.NATIVE);
        method.getModifiers().remove(ElementModifier.ABSTRACT);
        write(repair, parameters, result, method, context);
    }

    /** A constructor goes on to the one that takes what the repair gives. */
    private static void construct(
            Method repair, ValueType[] parameters, ClassHolder type, ClassHolderTransformerContext context) {
        MethodHolder method = find(type, "<init>", parameters, ValueType.VOID, false);
        if (method == null) {
            throw new IllegalStateException(type.getName() + " has no constructor for " + repair);
        }
        ProgramEmitter body = ProgramEmitter.create(method, context.getHierarchy());
        ValueEmitter made = body.invoke(
                repair.getDeclaringClass().getName(),
                repair.getName(),
                ValueType.parse(repair.getReturnType()),
                arguments(body, parameters, 1));
        body.var(0, ValueType.object(type.getName())).invokeSpecial("<init>", made);
        body.exit();
    }

    private static ValueEmitter[] arguments(ProgramEmitter body, ValueType[] parameters, int first) {
        ValueEmitter[] arguments = new ValueEmitter[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = body.var(first + i, parameters[i]);
        }
        return arguments;
    }

    private static MethodHolder find(
            ClassHolder type, String name, ValueType[] parameters, ValueType result, boolean isStatic) {
        for (MethodHolder method : type.getMethods()) {
            if (method.getName().equals(name)
                    && method.hasModifier(ElementModifier.STATIC) == isStatic
                    && Arrays.equals(method.getParameterTypes(), parameters)
                    && method.getResultType().equals(result)) {
                return method;
            }
        }
        return null;
    }

    private static void write(
            Method repair,
            ValueType[] parameters,
            ValueType result,
            MethodHolder method,
            ClassHolderTransformerContext context) {
        ProgramEmitter body = ProgramEmitter.create(method, context.getHierarchy());
        ValueEmitter[] arguments = arguments(body, parameters, method.hasModifier(ElementModifier.STATIC) ? 1 : 0);
        String owner = repair.getDeclaringClass().getName();
        if (result == ValueType.VOID) {
            body.invoke(owner, repair.getName(), arguments);
            body.exit();
        } else {
            body.invoke(owner, repair.getName(), result, arguments).returnValue();
        }
    }
}
