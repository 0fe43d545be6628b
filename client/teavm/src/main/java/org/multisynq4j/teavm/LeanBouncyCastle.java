package org.multisynq4j.teavm;

import java.util.List;
import java.util.function.Consumer;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Keeps what Bouncy Castle has for other uses out of the bundle. Each digest asks its service registry for permission, which by default is always given; but its
 * static initialiser builds Diffie-Hellman and DSA parameters, a logger, thread-local properties: with big numbers and text formats behind them more than all
 * cryptography together (docs/performance.md has the sizes). Settings have their defaults, for a browser has no system properties.
 */
final class LeanBouncyCastle implements ClassHolderTransformer {
    static final String REGISTRY = "org.bouncycastle.crypto.CryptoServicesRegistrar";

    /** The only method of the registry that the code we use calls. */
    static final String CHECK = "checkConstraints";

    /** Describes a digest to the registry, which does not look. */
    static final String DESCRIPTIONS = "org.bouncycastle.crypto.digests.Utils";

    static final String DESCRIBE = "getDefaultProperties";

    static final String SETTINGS = "org.bouncycastle.util.Properties";

    /** Of a name and a default. */
    static final String SETTING = "asInteger";

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        switch (type.getName()) {
            case REGISTRY -> {
                removeInitialiser(type);
                bodies(type, CHECK, context, ProgramEmitter::exit);
            }
            case DESCRIPTIONS ->
                bodies(type, DESCRIBE, context, body -> body.constantNull(ValueType.object("java.lang.Object"))
                        .returnValue());
            case SETTINGS -> {
                removeInitialiser(type);
                bodies(type, SETTING, context, body -> body.var(2, ValueType.INTEGER)
                        .returnValue());
            }
            default -> {}
        }
    }

    private static void removeInitialiser(ClassHolder type) {
        for (MethodHolder method : List.copyOf(type.getMethods())) {
            if (method.getName().equals("<clinit>")) {
                type.removeMethod(method);
            }
        }
    }

    private static void bodies(
            ClassHolder type, String name, ClassHolderTransformerContext context, Consumer<ProgramEmitter> write) {
        for (MethodHolder method : type.getMethods()) {
            if (method.getName().equals(name)) {
                write.accept(ProgramEmitter.create(method, context.getHierarchy()));
            }
        }
    }
}
