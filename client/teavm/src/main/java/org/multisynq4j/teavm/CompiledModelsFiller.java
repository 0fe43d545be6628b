package org.multisynq4j.teavm;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.multisynq4j.scan.Exemption;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.scan.Problem;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/**
 * Gives {@code org.multisynq4j.client.browser.CompiledModels} its data: the native methods of that class get bodies that return arrays of constants. Classes are
 * class literals, because TeaVM links nothing behind a class found by name.
 */
final class CompiledModelsFiller implements ClassHolderTransformer {
    static final String CLASS = "org.multisynq4j.client.browser.CompiledModels";
    /** Between the components of a record, and between name and signature: a character that neither may contain. */
    static final char SEPARATOR = ' ';

    private static final String PROBLEM = "{{c0}}";
    private static final ValueType CLASS_TYPE = ValueType.object("java.lang.Class");
    private static final ValueType STRING_TYPE = ValueType.object("java.lang.String");

    private final BuildScan build;

    CompiledModelsFiller(BuildScan build) {
        this.build = build;
    }

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        // Asked for every class, so that the first one already finds open to reflection what the scans name.
        // TeaVM knows no entry point while it prepares its own classes.
        if (context.getEntryPoint() == null) {
            return;
        }
        List<ModelScan> scans = build.scans(context.getEntryPoint());
        if (!cls.getName().equals(CLASS)) {
            return;
        }
        scans.forEach(scan -> report(scan, context));
        List<String> types = new ArrayList<>(BuildScan.types(scans));
        for (MethodHolder method : cls.getMethods()) {
            if (method.hasModifier(ElementModifier.NATIVE)) {
                switch (method.getName()) {
                    case "roots" ->
                        fillClasses(method, scans.stream().map(ModelScan::root).toList(), context);
                    case "hashes" ->
                        fillStrings(
                                method, scans.stream().map(ModelScan::codeHash).toList(), context);
                    case "members" ->
                        fillStrings(
                                method,
                                scans.stream().map(s -> members(s, types)).toList(),
                                context);
                    case "types" -> fillClasses(method, types, context);
                    case "components" ->
                        fillStrings(
                                method,
                                types.stream().map(t -> components(t, scans)).toList(),
                                context);
                    default ->
                        throw new IllegalStateException(CLASS + " has an unknown native method " + method.getName());
                }
            }
        }
    }

    private static void report(ModelScan scan, ClassHolderTransformerContext context) {
        for (Problem problem : scan.problems()) {
            context.getDiagnostics().error(null, PROBLEM, problem.toString());
        }
        for (Exemption exemption : scan.exemptions()) {
            // Not a warning: a build that treats those as errors must still be able to use what it exempts on purpose.
            System.out.println("Exempt from the determinism scan of " + scan.root() + ": " + exemption);
        }
    }

    /** Which of the types belong to a root: one digit each. */
    private static String members(ModelScan scan, List<String> types) {
        SortedSet<String> own = BuildScan.types(List.of(scan));
        return types.stream().map(t -> own.contains(t) ? "1" : "0").collect(Collectors.joining());
    }

    /** {@code name signature name signature …}; empty for a class that is no record. */
    private static String components(String type, List<ModelScan> scans) {
        return scans.get(0).recordComponents(type).stream()
                .map(c -> c.name() + SEPARATOR + c.signature())
                .collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }

    private static void fillClasses(MethodHolder method, List<String> names, ClassHolderTransformerContext context) {
        ProgramEmitter body = body(method, context);
        ValueEmitter array = body.constructArray(CLASS_TYPE, names.size());
        for (int i = 0; i < names.size(); i++) {
            array.setElement(i, body.constant(ValueType.object(names.get(i))));
        }
        array.returnValue();
    }

    private static void fillStrings(MethodHolder method, List<String> values, ClassHolderTransformerContext context) {
        ProgramEmitter body = body(method, context);
        ValueEmitter array = body.constructArray(STRING_TYPE, values.size());
        for (int i = 0; i < values.size(); i++) {
            array.setElement(i, body.constant(values.get(i)));
        }
        array.returnValue();
    }

    private static ProgramEmitter body(MethodHolder method, ClassHolderTransformerContext context) {
        method.getModifiers().remove(ElementModifier.NATIVE);
        return ProgramEmitter.create(method, context.getHierarchy());
    }
}
