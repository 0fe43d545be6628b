package org.multisynq4j.parity;

import java.util.Optional;
import org.multisynq4j.client.browser.CompiledModels;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.TypeCatalog;
import org.multisynq4j.vm.BrokenReplicaException;
import org.multisynq4j.vm.ModelError;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.StackGuard;
import org.multisynq4j.vm.VirtualMachine;
import org.multisynq4j.vm.VmSettings;

/** Runs models that recurse deeply, and for ever, in many ways; prints what comes of it. */
public final class RecursionMain {
    private RecursionMain() {}

    public static void main(String[] args) {
        run(CompiledModels.catalog(Recursive.class));
    }

    static void run(TypeCatalog catalog) {
        for (String kind : Recursive.KINDS) {
            // The second one shows that the first left nothing behind.
            run(kind, catalog);
            run(kind, catalog);
        }
        for (int i = 0; i < 3; i++) {
            try {
                StackGuard.run(() -> endless(1));
                System.out.println("view code came back");
            } catch (StackOverflowError e) {
                System.out.println("view code overflowed");
            }
            try {
                StackGuard.run(() -> {
                    throw new IllegalStateException("own");
                });
            } catch (IllegalStateException e) {
                System.out.println("view code threw " + e.getMessage());
            }
        }
    }

    private static int endless(int n) {
        return endless(n + 1) + 1;
    }

    private static void run(String kind, TypeCatalog catalog) {
        JsonObject options = JsonObject.builder().put("kind", kind).build();
        VmSettings settings = new VmSettings("recursion", Recursive.class, options, catalog, CodecLimits.SNAPSHOT);
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                VirtualMachine machine = VirtualMachine.start(settings, new Printer(), Optional.empty());
                machine.advance(20, () -> false);
                System.out.println(kind + " went on");
            } catch (BrokenReplicaException e) {
                String text = e.getMessage();
                System.out.println(kind + " broke " + (e.getCause() instanceof StackOverflowError) + " "
                        + text.substring(0, text.lastIndexOf(": java")));
            }
        }
    }

    /** Prints what a model logs and throws. */
    private static final class Printer implements ReplicaListener {
        @Override
        public void published(String scope, String event, Optional<Object> data) {}

        @Override
        public void failed(ModelError error) {
            System.out.println("error " + error.text());
        }

        @Override
        public void snapshotPolled(double time) {}

        @Override
        public void tallied(ReflectedMessage.Tally tally) {}

        @Override
        public void persistenceDue(double time, String json, String hash) {}

        @Override
        public void persistenceRefused() {}

        @Override
        public void participantsChanged() {}

        @Override
        public void suspected(int sequence, String what) {}

        @Override
        public void logged(String line) {
            System.out.println(line);
        }
    }
}
