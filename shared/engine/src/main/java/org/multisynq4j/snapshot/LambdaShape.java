package org.multisynq4j.snapshot;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/**
 * A place in the code that makes a lambda or method reference: everything {@link SerializedLambda} tells but the captured values.
 *
 * @param names capturing class, interface, its method, its signature, implementing class, method, signature, instantiated type; classes with slashes
 * @param kind of the implementing method, as in method handles
 */
record LambdaShape(List<String> names, int kind) {
    static final int NAME_COUNT = 8;

    static LambdaShape of(SerializedLambda lambda) {
        return new LambdaShape(
                List.of(
                        lambda.getCapturingClass(),
                        lambda.getFunctionalInterfaceClass(),
                        lambda.getFunctionalInterfaceMethodName(),
                        lambda.getFunctionalInterfaceMethodSignature(),
                        lambda.getImplClass(),
                        lambda.getImplMethodName(),
                        lambda.getImplMethodSignature(),
                        lambda.getInstantiatedMethodType()),
                lambda.getImplMethodKind());
    }

    String capturingClass() {
        return names.get(0).replace('/', '.');
    }

    /**
     * Makes the lambda. Only the capturing class's own code decides which lambdas exist: it compares everything with what it was compiled from and refuses the
     * rest.
     */
    Object make(Class<?> capturing, Object[] captured) {
        SerializedLambda form = new SerializedLambda(
                capturing,
                names.get(1),
                names.get(2),
                names.get(3),
                kind,
                names.get(4),
                names.get(5),
                names.get(6),
                names.get(7),
                captured);
        try {
            Method maker = capturing.getDeclaredMethod("$deserializeLambda$", SerializedLambda.class);
            maker.setAccessible(true);
            return maker.invoke(null, form);
        } catch (InvocationTargetException e) {
            throw refused(e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw refused(e);
        }
    }

    private SnapshotException refused(Throwable cause) {
        return new SnapshotException(
                "Class " + capturingClass() + " has no lambda " + names.get(5) + names.get(6)
                        + " with these captured values (" + cause
                        + "): the data is damaged or was written by different code.",
                cause);
    }
}
