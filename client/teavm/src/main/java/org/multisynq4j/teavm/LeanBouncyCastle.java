package org.multisynq4j.teavm;

import java.util.List;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.Program;
import org.teavm.model.instructions.ExitInstruction;

/**
 * Keeps Bouncy Castle's service registry out of the bundle. Each digest asks it for permission, which by default is always given; but its static initialiser
 * builds Diffie-Hellman and DSA parameters, a logger, thread-local properties: with big numbers and text formats behind them more than all cryptography together
 * (docs/architecture.md has the sizes).
 */
final class LeanBouncyCastle implements ClassHolderTransformer {
    static final String REGISTRY = "org.bouncycastle.crypto.CryptoServicesRegistrar";

    /** The only method that the code we use calls. */
    static final String CHECK = "checkConstraints";

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (!type.getName().equals(REGISTRY)) {
            return;
        }
        for (MethodHolder method : List.copyOf(type.getMethods())) {
            if (method.getName().equals("<clinit>")) {
                type.removeMethod(method);
            } else if (method.getName().equals(CHECK)) {
                method.setProgram(nothing(method));
            }
        }
    }

    private static Program nothing(MethodHolder method) {
        Program program = new Program();
        // One variable for each parameter and one for "this", which static methods leave unused.
        for (int i = 0; i <= method.parameterCount(); i++) {
            program.createVariable();
        }
        program.createBasicBlock().add(new ExitInstruction());
        return program;
    }
}
