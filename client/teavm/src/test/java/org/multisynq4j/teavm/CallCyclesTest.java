package org.multisynq4j.teavm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.teavm.asm.tree.ClassNode;

class CallCyclesTest {
    private static final ClassLoader LOADER = CallCyclesTest.class.getClassLoader();

    static final class Straight {
        int first(int n) {
            return second(n) + second(n);
        }

        private static int second(int n) {
            return Math.abs(n);
        }
    }

    @Test
    void noCallOfWhatEndsIsACycle() {
        assertThat(cycles(Straight.class)).isEmpty();
    }

    static final class Loops {
        private int itself(int n) {
            return itself(n - 1);
        }

        static int even(int n) {
            return odd(n - 1);
        }

        static int odd(int n) {
            return even(n - 1);
        }

        static int leaf(int n) {
            return n;
        }
    }

    @Test
    void findsMethodsThatCallThemselvesAndEachOther() {
        assertThat(cycles(Loops.class)).containsExactlyInAnyOrder("itself(I)I", "even(I)I", "odd(I)I");
    }

    record Text(Optional<Text> next) {
        @Override
        public String toString() {
            return "(" + next + ")";
        }
    }

    @Test
    void findsMethodsThatTheLibraryCallsBack() {
        assertThat(cycles(Text.class)).contains("toString()Ljava/lang/String;");
    }

    static final class Lambdas {
        private IntSupplier supplier = () -> 0;

        int get() {
            return supplier.getAsInt();
        }

        void set() {
            supplier = () -> get() + 1;
        }
    }

    @Test
    void findsLambdasThatCallThemselves() {
        assertThat(cycles(Lambdas.class))
                .contains("get()I")
                .anyMatch(method -> method.startsWith("lambda$set"))
                .noneMatch(method -> method.startsWith("lambda$new"));
    }

    private static Set<String> cycles(Class<?> type) {
        ClassNode node =
                OwnClasses.find(type.getName().replace('.', '/'), LOADER).orElseThrow();
        Map<String, ClassNode> classes = new TreeMap<>(Map.of(type.getName(), node));
        Set<String> names = new TreeSet<>();
        CallCycles.of(classes, LOADER)
                .forEach(method -> names.add(method.substring(type.getName().length() + 1)));
        return names;
    }
}
