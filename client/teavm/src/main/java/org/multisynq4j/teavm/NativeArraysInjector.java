package org.multisynq4j.teavm;

import org.teavm.backend.javascript.codegen.SourceWriter;
import org.teavm.backend.javascript.rendering.Precedence;
import org.teavm.backend.javascript.spi.Injector;
import org.teavm.backend.javascript.spi.InjectorContext;
import org.teavm.model.MethodReference;

/** Writes {@code elements[index]} and {@code elements[index]=value}. */
public final class NativeArraysInjector implements Injector {
    @Override
    public void generate(InjectorContext context, MethodReference method) {
        SourceWriter out = context.getWriter();
        boolean put = method.getName().equals("put");
        out.append("(");
        context.writeExpr(context.getArgument(0), Precedence.MEMBER_ACCESS);
        out.append("[");
        context.writeExpr(context.getArgument(1), Precedence.min());
        out.append("]");
        if (put) {
            out.append("=");
            context.writeExpr(context.getArgument(2), Precedence.ASSIGNMENT);
        }
        out.append(")");
    }
}
