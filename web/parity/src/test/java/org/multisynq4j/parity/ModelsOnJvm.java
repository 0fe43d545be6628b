package org.multisynq4j.parity;

import org.multisynq4j.parity.models.ModelProgram;
import org.multisynq4j.parity.models.ModelsMain;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.snapshot.TypeCatalog;

/** {@link ModelsMain} on a JVM of its own. */
final class ModelsOnJvm {
    private ModelsOnJvm() {}

    public static void main(String[] args) {
        ModelsMain.run(args, ModelsOnJvm::catalog);
    }

    static TypeCatalog catalog(ModelProgram program) {
        return ModelScan.of(program.root()).orThrow().catalog();
    }
}
