package org.multisynq4j.teavm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.teavm.classlib.ReflectionContext;
import org.teavm.classlib.ReflectionSupplier;
import org.teavm.model.ClassReader;
import org.teavm.model.ElementModifier;
import org.teavm.model.FieldReader;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodReader;

/**
 * Opens to reflection what the snapshot codec needs, and no more, because each opened member stays in the bundle: instance fields, constructors and {@code
 * $deserializeLambda$} of the classes in the catalog, and {@code writeReplace} of lambdas.
 */
// Deprecated in favour of ReflectionPolicy, whose classes come and go with TeaVM's build; this one is a plain service.
@SuppressWarnings("deprecation")
public final class ModelReflection implements ReflectionSupplier {
    private static final Set<String> METHODS = Set.of("<init>", "$deserializeLambda$");

    @Override
    public Collection<String> getAccessibleFields(ReflectionContext context, String className) {
        List<String> fields = new ArrayList<>();
        ClassReader cls = context.getClassSource().get(className);
        if (cls != null && isStored(context, className)) {
            for (FieldReader field : cls.getFields()) {
                if (!field.hasModifier(ElementModifier.STATIC) && !field.hasModifier(ElementModifier.TRANSIENT)) {
                    fields.add(field.getName());
                }
            }
        }
        return fields;
    }

    @Override
    public Collection<MethodDescriptor> getAccessibleMethods(ReflectionContext context, String className) {
        List<MethodDescriptor> methods = new ArrayList<>();
        ClassReader cls = context.getClassSource().get(className);
        if (cls == null) {
            return methods;
        }
        boolean stored = isStored(context, className);
        boolean ours = Targets.isOurs(className);
        for (MethodReader method : cls.getMethods()) {
            if (stored && METHODS.contains(method.getName())
                    || ours && method.getName().equals("writeReplace")) {
                methods.add(method.getDescriptor());
            }
        }
        return methods;
    }

    private static boolean isStored(ReflectionContext context, String className) {
        return BuildScan.of(context.getClassLoader())
                .map(build -> build.isStored(className))
                .orElse(false);
    }
}
