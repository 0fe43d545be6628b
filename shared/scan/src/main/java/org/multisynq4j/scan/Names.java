package org.multisynq4j.scan;

import org.objectweb.asm.Type;

/** Class file names in the form a programmer reads. */
final class Names {
    private Names() {}

    /** {@code com/example/Chat$Line} as {@code com.example.Chat$Line}. */
    static String type(String internalName) {
        return internalName.replace('/', '.');
    }

    /** {@code trim(int, String)}; a constructor is {@code <init>(…)}. */
    static String method(String name, String descriptor) {
        // Only bridges differ in nothing but the result.
        return parameters(name, descriptor) + returnSuffix(descriptor);
    }

    /** {@code trim(int, String)} whatever the result. */
    static String parameters(String name, String descriptor) {
        StringBuilder text = new StringBuilder(name).append('(');
        String separator = "";
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            text.append(separator).append(simple(argument));
            separator = ", ";
        }
        return text.append(')').toString();
    }

    private static String returnSuffix(String descriptor) {
        Type result = Type.getReturnType(descriptor);
        return result.getSort() == Type.VOID ? "" : " : " + simple(result);
    }

    private static String simple(Type type) {
        String name = type.getClassName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
