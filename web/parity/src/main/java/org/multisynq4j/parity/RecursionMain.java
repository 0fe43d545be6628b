package org.multisynq4j.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.browser.CompiledModels;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.TypeCatalog;
import org.multisynq4j.text.Numbers;
import org.multisynq4j.vm.ModelError;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.VirtualMachine;
import org.multisynq4j.vm.VmSettings;

/** A model that recurses deeply, and for ever, in many ways; prints what comes of it. */
public final class RecursionMain {
    /** How deep a recursion may certainly be, with at most two methods of the library between two of the model's. */
    static final int CERTAIN = 1000;

    private RecursionMain() {}

    /** A tree, a list, lambdas, texts: each can hold itself. */
    static final class Recursive extends Model {
        private final List<Object> self = new ArrayList<>();
        private int entered;

        @Override
        protected void init(Options options, Persisted persisted) {
            int time = 10;
            for (int depth : new int[] {1, 100, CERTAIN}) {
                future(time++, () -> log("sum " + Numbers.toText(sum(depth, 0.5, 1, 2L, 3f))));
                future(time++, () -> log("even " + even(depth)));
                future(time++, () -> log("lambda " + eachOf(depth)));
                future(time++, () -> log("chain " + chain(depth).length()));
                future(time++, () -> log("caught " + caught(depth)));
            }
            for (int i = 0; i < 3; i++) {
                future(time++, () -> log("sum " + Numbers.toText(sum(Integer.MAX_VALUE, 0.5, 1, 2L, 3f))));
                future(time++, () -> log("even " + even(Integer.MAX_VALUE)));
                future(time++, () -> log("lambda " + eachOf(Integer.MAX_VALUE)));
                future(time++, () -> log("text " + new Chain(null).deep().length()));
                future(time++, this::events);
                future(time++, () -> log("caught " + caught(Integer.MAX_VALUE)));
                future(time++, () -> log("still " + Numbers.toText(sum(CERTAIN, 0.5, 1, 2L, 3f))));
            }
            subscribe(id(), "again", this::events);
        }

        /** Many variables live over the call. */
        private double sum(int n, double a, int b, long c, float d) {
            if (n == 0) {
                return a + b + c + d;
            }
            double e = a * 1.25 - n;
            double f = e + b;
            int g = b * 31 + n;
            int h = g ^ n;
            long i = c * 7 + g;
            long j = i ^ h;
            float k = d + n;
            double l = e - f * 0.5;
            double deeper = sum(n - 1, a % 3 + 0.25, b + 1, c + n, d * 0.5f);
            return deeper + e % 2 + f % 3 + g % 5 + h % 7 + i % 11 + j % 13 + k % 17 + l % 19;
        }

        private boolean even(int n) {
            return n == 0 || odd(n - 1);
        }

        private boolean odd(int n) {
            return n != 0 && even(n - 1);
        }

        private int eachOf(int n) {
            if (n == 0) {
                return 0;
            }
            int[] result = new int[1];
            List.of(n - 1).forEach(less -> result[0] = eachOf(less) + 1);
            return result[0];
        }

        private static String chain(int depth) {
            Chain chain = new Chain(null);
            for (int i = 0; i < depth; i++) {
                chain = new Chain(chain);
            }
            return chain.toString();
        }

        /** Every level catches and finishes; only the exception of the deepest counts. */
        private int caught(int n) {
            entered = n;
            try {
                if (n == 0) {
                    throw new IllegalStateException("deepest");
                }
                return caught(n - 1) + 1;
            } catch (IllegalStateException e) {
                return 0;
            } finally {
                entered++;
            }
        }

        private void events() {
            publish(id(), "again");
        }
    }

    /** A text of texts. */
    record Chain(Chain next) {
        @Override
        public String toString() {
            return next == null ? "." : "(" + next + ")";
        }

        String deep() {
            return deep().concat(".");
        }
    }

    public static void main(String[] args) {
        run(CompiledModels.catalog(Recursive.class));
    }

    static void run(TypeCatalog catalog) {
        VmSettings settings =
                new VmSettings("recursion", Recursive.class, JsonObject.EMPTY, catalog, CodecLimits.SNAPSHOT);
        Printer printer = new Printer();
        VirtualMachine machine = VirtualMachine.start(settings, printer, Optional.empty());
        for (int time = 0; time < 100; time++) {
            machine.advance(time, () -> false);
            if (printer.failedAt == time) {
                System.out.println("failed at " + time + " overflow " + printer.overflow);
            }
        }
    }

    /** Says what happens. */
    private static final class Printer implements ReplicaListener {
        private double failedAt = -1;
        private boolean overflow;

        @Override
        public void published(String scope, String event, Optional<Object> data) {}

        /** Noted only, without a call that could overflow, too; how many of the nested calls notice it is the JVM's choice. */
        @Override
        public void failed(ModelError error) {
            failedAt = error.time();
            overflow = error.cause() instanceof StackOverflowError;
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
