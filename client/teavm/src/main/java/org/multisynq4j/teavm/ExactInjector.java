package org.multisynq4j.teavm;

import org.teavm.backend.javascript.rendering.Precedence;
import org.teavm.backend.javascript.spi.Injector;
import org.teavm.backend.javascript.spi.InjectorContext;
import org.teavm.model.MethodReference;

/** Writes the native operations of {@link Exact} as JavaScript: {@code ((a)+(b))}, floats within {@code Math.fround}. */
public final class ExactInjector implements Injector {
    @Override
    public void generate(InjectorContext context, MethodReference method) {
        String name = method.getName();
        if (name.equals("d2f")) {
            context.getWriter().append("Math.fround(");
            context.writeExpr(context.getArgument(0), Precedence.min());
            context.getWriter().append(")");
            return;
        }
        context.getWriter().append(name.charAt(0) == 'f' ? "Math.fround((" : "((");
        context.writeExpr(context.getArgument(0), Precedence.min());
        context.getWriter().append(")" + operator(name.substring(1)) + "(");
        context.writeExpr(context.getArgument(1), Precedence.min());
        context.getWriter().append("))");
    }

    private static String operator(String operation) {
        return switch (operation) {
            case "add" -> "+";
            case "sub" -> "-";
            case "mul" -> "*";
            case "div" -> "/";
            case "rem" -> "%";
            default -> throw new IllegalArgumentException("Exact has no operation named " + operation);
        };
    }
}
