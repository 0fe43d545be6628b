package org.multisynq4j.teavm;

import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Makes {@code main} serve as the page's worker where it runs in one: its body moves to another method, and is replaced by {@code if (!WorkerMain.serve()) …}.
 *
 * <p>So applications need not know of the worker, which runs the same program. Programs without the browser module stay as they are, and so do those compiled with the
 * property {@value #PROPERTY} set to {@code false}: a program that joins no session would contain all that sessions need.
 */
final class WorkerEntry implements ClassHolderTransformer {
    /** A property of the compilation, as {@code <properties>} of TeaVM's Maven plugin. */
    static final String PROPERTY = "multisynq4j.worker";

    static final String SERVER = "org.multisynq4j.client.browser.WorkerMain";
    static final String SERVE = "serve";
    static final String PAGE_MAIN = "main$page";

    private static final MethodDescriptor MAIN =
            new MethodDescriptor("main", ValueType.arrayOf(ValueType.object("java.lang.String")), ValueType.VOID);

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (!type.getName().equals(context.getEntryPoint())
                || context.getHierarchy().getClassSource().get(SERVER) == null) {
            return;
        }
        MethodHolder main = type.getMethod(MAIN);
        if (main == null) {
            return; // TeaVM says so better than we could
        }
        MethodHolder page = new MethodHolder(new MethodDescriptor(PAGE_MAIN, MAIN.getSignature()));
        page.getModifiers().add(ElementModifier.STATIC);
        page.setProgram(main.getProgram());
        type.addMethod(page);

        ProgramEmitter body = ProgramEmitter.create(main, context.getHierarchy());
        body.when(body.invoke(SERVER, SERVE, ValueType.BOOLEAN).isTrue())
                .thenDo(body::exit)
                .elseDo(() -> {
                    body.invoke(type.getName(), PAGE_MAIN, body.var(1, MAIN.parameterType(0)));
                    body.exit();
                });
    }
}
