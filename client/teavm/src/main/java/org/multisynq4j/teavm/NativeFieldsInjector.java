package org.multisynq4j.teavm;

import org.teavm.backend.javascript.codegen.SourceWriter;
import org.teavm.backend.javascript.rendering.Precedence;
import org.teavm.backend.javascript.spi.Injector;
import org.teavm.backend.javascript.spi.InjectorContext;
import org.teavm.model.MethodReference;

/**
 * Writes the native operations of {@link NativeFields} as JavaScript: the property's own getter and setter, which TeaVM keeps for reflection; and one double and two
 * whole numbers in the same place, which TeaVM has for its own conversions. Every machine that browsers run on stores the low half first.
 */
public final class NativeFieldsInjector implements Injector {
    private static final String DOUBLES = "$rt_numberConversionDoubleArray";
    private static final String INTS = "$rt_numberConversionIntArray";

    @Override
    public void generate(InjectorContext context, MethodReference method) {
        SourceWriter out = context.getWriter();
        switch (method.getName()) {
            case "write" -> {
                argument(context, 0);
                out.append(".writer(");
                argument(context, 1);
                out.append(",");
                argument(context, 2);
                out.append(")");
            }
            case "highBits", "lowBits" -> {
                out.append("(").appendFunction(DOUBLES).append("[0]=");
                argument(context, 0);
                out.append(",").appendFunction(INTS);
                out.append(method.getName().equals("highBits") ? "[1])" : "[0])");
            }
            case "ofBits" -> {
                out.append("(").appendFunction(INTS).append("[1]=");
                argument(context, 0);
                out.append(",").appendFunction(INTS).append("[0]=");
                argument(context, 1);
                out.append(",").appendFunction(DOUBLES).append("[0])");
            }
            default -> {
                argument(context, 0);
                out.append(".reader(");
                argument(context, 1);
                out.append(")");
            }
        }
    }

    private static void argument(InjectorContext context, int index) {
        context.getWriter().append("(");
        context.writeExpr(context.getArgument(index), Precedence.min());
        context.getWriter().append(")");
    }
}
