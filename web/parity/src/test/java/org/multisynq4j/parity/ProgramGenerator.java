package org.multisynq4j.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes random Java programs: arithmetic over all types, arrays, collections, control flow, calls, exceptions. Equal seeds give equal programs. */
final class ProgramGenerator {
    private static final String[] TYPES = {"int", "long", "float", "double", "boolean", "byte", "short", "char"};
    private static final int METHODS = 5;
    private static final int MAX_DEPTH = 4;

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final List<String> locals = new ArrayList<>();
    private int nextLocal;
    private int loops;

    private ProgramGenerator(long seed) {
        random = new Random(seed);
    }

    /** The source of a class with this name that implements {@link Program}. */
    static String generate(String name, long seed) {
        return new ProgramGenerator(seed).program(name);
    }

    private String program(String name) {
        line("public final class " + name + " implements org.multisynq4j.parity.Program {");
        for (String type : TYPES) {
            for (int i = 0; i < 2; i++) {
                line("private " + type + " f" + type + i + " = " + literal(type) + ";");
            }
        }
        line("private final int[] ints = new int[7];");
        line("private final double[] doubles = {0.5, -0.0, 1e300, " + literal("double") + "};");
        line("private final Object[] objects = new Object[3];");
        line("private final java.util.ArrayList<Integer> list = new java.util.ArrayList<>();");
        line("private final java.util.TreeMap<Integer, Double> map = new java.util.TreeMap<>();");
        line("private final StringBuilder text = new StringBuilder();");
        line("private int calls;");
        for (int i = 0; i < METHODS; i++) {
            method(i);
        }
        line("@Override public void step(int number, org.multisynq4j.parity.Trace trace) {");
        line("calls = 0; fint0 ^= number;");
        locals.clear();
        for (int i = 0; i < 4; i++) {
            statement(0);
        }
        line("if (list.size() > 30) { list.clear(); }");
        line("if (map.size() > 30) { map.clear(); }");
        line("if (text.length() > 60) { text.setLength(0); }");
        for (String type : TYPES) {
            line("trace.put(f" + type + "0); trace.put(f" + type + "1);");
        }
        line("for (int each : ints) { trace.put(each); }");
        line("for (double each : doubles) { trace.put(each); }");
        line("for (int each : list) { trace.put(each); }");
        line("map.forEach((k, v) -> { trace.put(k); trace.put(v); });");
        line("trace.put(text.toString());");
        line("}");
        line("}");
        return out.toString();
    }

    private void method(int index) {
        locals.clear();
        line("private double m" + index + "(int a, double b) {");
        line("if (++calls > 40) { return b; }");
        locals.add("int a");
        locals.add("double b");
        int statements = 1 + random.nextInt(3);
        for (int i = 0; i < statements; i++) {
            statement(1);
        }
        line("return " + expression("double", 0) + ";");
        line("}");
    }

    private void statement(int depth) {
        switch (random.nextInt(depth > 2 ? 6 : 12)) {
            case 0 -> {
                String type = type();
                String name = "v" + nextLocal++;
                line(type + " " + name + " = " + expression(type, 0) + ";");
                locals.add(type + " " + name);
            }
            case 1, 2 -> {
                String type = type();
                line(field(type) + " = " + expression(type, 0) + ";");
            }
            case 3 -> compound();
            case 4 ->
                line(pick(
                        "ints[" + expression("int", 2) + "] " + pick("=", "+=", "^=", "*=") + " " + expression("int", 1)
                                + ";",
                        "doubles[" + smallIndex(4) + "] " + pick("=", "+=", "/=", "%=") + " " + expression("double", 1)
                                + ";",
                        "list.add(" + expression("int", 1) + ");",
                        "map.put(" + expression("int", 2) + " & 15, " + expression("double", 1) + ");",
                        "objects[" + smallIndex(3) + "] = " + pick("Integer.valueOf(", "Long.valueOf(") + "3);",
                        "fint0 += ((Integer) objects[" + smallIndex(3) + "]).intValue();",
                        "text.append(" + expression("int", 1) + ").append(" + expression("boolean", 2) + ");"));
            case 5 ->
                line("fdouble0 = m" + random.nextInt(METHODS) + "(" + expression("int", 1) + ", "
                        + expression("double", 1) + ");");
            case 6, 7 -> {
                line("if (" + expression("boolean", 0) + ") {");
                block(depth);
                line("} else {");
                block(depth);
                line("}");
            }
            case 8 -> {
                if (loops < 3) {
                    loops++;
                    String name = "i" + nextLocal++;
                    line("for (int " + name + " = 0; " + name + " < " + (1 + random.nextInt(5)) + "; " + name
                            + "++) {");
                    int before = locals.size();
                    locals.add("int " + name);
                    block(depth);
                    if (random.nextInt(3) == 0) {
                        line("if (" + expression("boolean", 1) + ") { " + pick("break", "continue") + "; }");
                    }
                    truncate(before);
                    line("}");
                    loops--;
                }
            }
            case 9 -> {
                line("try {");
                block(depth);
                line("} catch ("
                        + pick(
                                "ArithmeticException",
                                "IndexOutOfBoundsException",
                                "RuntimeException",
                                "ClassCastException")
                        + " e) {");
                line("fint1 += 3;");
                line("}" + pick("", " finally { fint1 ^= 5; }"));
            }
            case 10 -> {
                line("switch (" + expression("int", 1) + " & 3) {");
                for (int i = 0; i < 3; i++) {
                    line("case " + i + ":");
                    block(depth);
                    line(random.nextBoolean() ? "break;" : "fint0++;");
                }
                line("default: fint0--;");
                line("}");
            }
            default -> {
                line("switch (" + expression("int", 1) + " % 5) {");
                line("case -1000, 1 -> flong0++;");
                line("case 7 -> { flong1--; }");
                line("default -> " + field("double") + " = " + expression("double", 1) + ";");
                line("}");
            }
        }
    }

    private void block(int depth) {
        int before = locals.size();
        statement(depth + 1);
        if (random.nextBoolean()) {
            statement(depth + 1);
        }
        truncate(before);
    }

    private void truncate(int size) {
        while (locals.size() > size) {
            locals.remove(locals.size() - 1);
        }
    }

    private void compound() {
        String type = type();
        if (type.equals("boolean")) {
            line(field(type) + " " + pick("&=", "|=", "^=") + " " + expression("boolean", 1) + ";");
            return;
        }
        boolean floating = type.equals("float") || type.equals("double");
        String operator = floating
                ? pick("+=", "-=", "*=", "/=", "%=")
                : pick("+=", "-=", "*=", "&=", "^=", "<<=", ">>=", ">>>=", "/=", "%=");
        boolean shiftOrBits =
                operator.contains("<") || operator.contains(">") || operator.equals("&=") || operator.equals("^=");
        String operand = shiftOrBits ? pick("int", "long") : pick("int", "long", "float", "double");
        line(
                random.nextInt(5) == 0
                        ? field(type) + pick("++;", "--;")
                        : field(type) + " " + operator + " " + expression(operand, 1) + ";");
    }

    private String expression(String type, int depth) {
        if (depth >= MAX_DEPTH || random.nextInt(6) == 0) {
            return random.nextInt(3) == 0 ? literal(type) : variable(type);
        }
        String a = "(" + expression(type, depth + 1) + ")";
        switch (type) {
            case "boolean" -> {
                String of = pick("int", "long", "float", "double", "char");
                return switch (random.nextInt(4)) {
                    case 0 -> "!" + a;
                    case 1 -> a + pick(" && ", " || ", " ^ ", " == ") + "(" + expression("boolean", depth + 1) + ")";
                    default ->
                        "(" + expression(of, depth + 1) + ")" + pick(" < ", " <= ", " > ", " >= ", " == ", " != ") + "("
                                + expression(of, depth + 1) + ")";
                };
            }
            case "byte", "short", "char" -> {
                return "(" + type + ") (" + expression(pick("int", "long", "double", "float"), depth + 1) + ")";
            }
            default -> {
                return number(type, a, depth);
            }
        }
    }

    private String number(String type, String a, int depth) {
        String b = "(" + expression(type, depth + 1) + ")";
        boolean floating = type.equals("float") || type.equals("double");
        return switch (random.nextInt(9)) {
            case 0 -> "-" + a;
            case 1 ->
                "(" + type + ") (" + expression(pick("int", "long", "float", "double", "char", "byte"), depth + 1)
                        + ")";
            case 2 -> "(" + expression("boolean", depth + 1) + " ? " + a + " : " + b + ")";
            case 3 -> "Math." + pick("min", "max") + "(" + a + ", " + b + ")";
            case 4 ->
                floating
                        ? "(" + type + ") "
                                + pick(
                                        "Math.sqrt",
                                        "Math.floor",
                                        "StrictMath.sin",
                                        "StrictMath.exp",
                                        "Math.abs",
                                        "Math.rint",
                                        "StrictMath.atan")
                                + "(" + a + ")"
                        : pick("~", "Math.abs") + a;
            case 5 ->
                switch (type) {
                    case "int" ->
                        pick(
                                "ints[" + expression("int", depth + 2) + "]",
                                "ints[" + smallIndex(7) + "]",
                                "list.get(" + expression("int", depth + 2) + " & 7).intValue()",
                                "Math.floorMod(" + a + ", " + b + ")",
                                "Integer.bitCount(" + a + ")");
                    case "long" ->
                        pick(
                                "Math.floorDiv(" + a + ", " + b + ")",
                                "Math.round(" + expression("double", depth + 1) + ")",
                                "Long.rotateLeft(" + a + ", 5)");
                    case "double" ->
                        pick(
                                "doubles[" + smallIndex(4) + "]",
                                "m" + random.nextInt(METHODS) + "(" + expression("int", depth + 1) + ", " + a + ")",
                                "map.getOrDefault(" + expression("int", depth + 2) + " & 15, " + a + ").doubleValue()");
                    default -> "(float) doubles[" + smallIndex(4) + "]";
                };
            default ->
                a + " "
                        + (floating
                                ? pick("+", "-", "*", "/", "%")
                                : pick("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>"))
                        + " " + b;
        };
    }

    private String smallIndex(int size) {
        return String.valueOf(random.nextInt(20) == 0 ? size : random.nextInt(size));
    }

    private String variable(String type) {
        List<String> fitting =
                locals.stream().filter(l -> l.startsWith(type + " ")).toList();
        if (!fitting.isEmpty() && random.nextBoolean()) {
            String local = fitting.get(random.nextInt(fitting.size()));
            return local.substring(type.length() + 1);
        }
        return field(type);
    }

    private String field(String type) {
        return "f" + type + random.nextInt(2);
    }

    private String literal(String type) {
        return switch (type) {
            case "boolean" -> pick("true", "false");
            case "byte" -> "(byte) " + pick("1", "-128", "77");
            case "short" -> "(short) " + pick("-1", "32767", "300");
            case "char" -> pick("'a'", "'\\uffff'", "'0'");
            case "int" ->
                pick(
                        "0",
                        "1",
                        "-1",
                        "2",
                        "7",
                        "31",
                        "1000003",
                        "Integer.MAX_VALUE",
                        "Integer.MIN_VALUE",
                        String.valueOf(random.nextInt()));
            case "long" ->
                pick(
                        "0L",
                        "1L",
                        "-1L",
                        "63L",
                        "Long.MAX_VALUE",
                        "Long.MIN_VALUE",
                        "9007199254740993L",
                        random.nextLong() + "L");
            case "float" ->
                pick(
                        "0f",
                        "-0f",
                        "0.1f",
                        "1.5f",
                        "16777217f",
                        "3.4e38f",
                        "1e-45f",
                        "Float.NaN",
                        random.nextFloat() + "f");
            default ->
                pick(
                        "0.0",
                        "-0.0",
                        "0.1",
                        "2.5",
                        "1e300",
                        "4.9e-324",
                        "Double.NaN",
                        "Double.POSITIVE_INFINITY",
                        "-1e19",
                        String.valueOf(random.nextGaussian()));
        };
    }

    private String type() {
        return pick(TYPES);
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
