package org.multisynq4j.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A Java type with its type arguments, read from a class file signature (JVMS §4.7.9.1), because TeaVM has no generic types at run time.
 *
 * @param name binary name of the class, or the keyword of a primitive
 * @param arguments its type arguments; empty if raw
 * @param dimensions how many array dimensions are around it
 */
record TypeRef(String name, List<TypeRef> arguments, int dimensions) {
    static final TypeRef OBJECT = new TypeRef("java.lang.Object", List.of(), 0);

    static TypeRef of(Class<?> type) {
        return parse(descriptor(type));
    }

    private static String descriptor(Class<?> type) {
        if (type.isArray()) {
            return "[" + descriptor(type.getComponentType());
        }
        if (type.isPrimitive()) {
            for (int i = 0; i < PRIMITIVES.length; i++) {
                if (PRIMITIVES[i].equals(type.getName())) {
                    return String.valueOf(PRIMITIVE_CODES.charAt(i));
                }
            }
        }
        return "L" + type.getName().replace('.', '/') + ";";
    }

    private static final String PRIMITIVE_CODES = "ZBSCIJFD";
    private static final String[] PRIMITIVES = {"boolean", "byte", "short", "char", "int", "long", "float", "double"};

    static TypeRef parse(String signature) {
        return new Parser(signature).type();
    }

    TypeRef argument(int index) {
        return index < arguments.size() ? arguments.get(index) : OBJECT;
    }

    TypeRef element() {
        return new TypeRef(name, arguments, dimensions - 1);
    }

    boolean isPrimitive() {
        return dimensions == 0 && name.indexOf('.') < 0 && Character.isLowerCase(name.charAt(0)) && isKeyword();
    }

    private boolean isKeyword() {
        for (String primitive : PRIMITIVES) {
            if (primitive.equals(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name.substring(name.lastIndexOf('.') + 1));
        for (int i = 0; i < dimensions; i++) {
            text.append("[]");
        }
        return text.toString();
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        TypeRef type() {
            int dimensions = 0;
            while (text.charAt(at) == '[') {
                dimensions++;
                at++;
            }
            char code = text.charAt(at++);
            if (code == 'T') {
                at = text.indexOf(';', at) + 1;
                return new TypeRef(OBJECT.name(), List.of(), dimensions);
            }
            if (code != 'L') {
                return new TypeRef(PRIMITIVES[PRIMITIVE_CODES.indexOf(code)], List.of(), dimensions);
            }
            return classType(dimensions);
        }

        private TypeRef classType(int dimensions) {
            StringBuilder name = new StringBuilder();
            List<TypeRef> arguments = new ArrayList<>();
            while (true) {
                char c = text.charAt(at++);
                if (c == ';') {
                    return new TypeRef(name.toString(), arguments, dimensions);
                } else if (c == '<') {
                    arguments.clear();
                    while (text.charAt(at) != '>') {
                        arguments.add(argument());
                    }
                    at++;
                } else {
                    name.append(c == '/' ? '.' : c == '.' ? '$' : c);
                }
            }
        }

        private TypeRef argument() {
            char c = text.charAt(at);
            if (c == '*') {
                at++;
                return OBJECT;
            }
            if (c == '+' || c == '-') {
                at++;
                TypeRef bound = type();
                return c == '+' ? bound : OBJECT;
            }
            return type();
        }
    }
}
