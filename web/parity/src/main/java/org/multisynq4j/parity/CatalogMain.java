package org.multisynq4j.parity;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.multisynq4j.client.browser.CompiledModels;
import org.multisynq4j.model.Action;
import org.multisynq4j.model.Model;
import org.multisynq4j.snapshot.TypeCatalog;

/** Prints what the bundle knows of its root model, and uses it as the snapshot codec does. */
public final class CatalogMain {
    enum Colour {
        RED,
        GREEN {
            @Override
            int wave() {
                return 2;
            }
        };

        int wave() {
            return 1;
        }
    }

    record Line(String author, List<Map<String, Line>> answers, double at, int[] marks) {}

    sealed interface Shape permits Circle, Square {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    /** A toy with every kind of state. */
    static final class Toy extends Model {
        private final List<Line> lines = new ArrayList<>();
        private Colour colour = Colour.RED;
        private Optional<Shape> shape = Optional.empty();
        private transient int cache;
        private long steps;
        private Action action = this::step;

        Action bigger(int by) {
            return () -> steps += by;
        }

        @Override
        protected void start() {
            cache = lines.size();
        }

        private void step() {
            steps++;
            colour = Colour.GREEN;
            shape = Optional.of(new Square(steps + cache));
        }
    }

    /** A thing that is stored in a field of a helper that no model names but by a lambda. */
    static final class Holder {
        private final Action action;
        private int count;

        private Holder() {
            action = () -> {};
        }

        private Holder(int by) {
            action = () -> count += by;
        }
    }

    private CatalogMain() {}

    public static void main(String[] args) throws Exception {
        print(CompiledModels.catalog(Toy.class), CompiledModels.codeHash(Toy.class));
    }

    static void print(TypeCatalog catalog, String hash) throws Exception {
        System.out.println("hash " + hash);
        for (String name :
                new String[] {"$Toy", "$Line", "$Colour", "$Colour$1", "$Shape", "$Circle", "$Square", "$Holder", ""}) {
            String full = "org.multisynq4j.parity.CatalogMain" + name;
            Class<?> type = catalog.find(full).orElse(Void.class);
            System.out.println(full + " " + type.getName() + " " + fields(type));
        }
        System.out.println(catalog.find("org.multisynq4j.model.Model").isPresent() + " "
                + catalog.find("java.lang.String").isPresent());
        System.out.println(catalog.recordComponents(Line.class));
        Constructor<?> make = catalog.find("org.multisynq4j.parity.CatalogMain$Circle")
                .orElseThrow()
                .getDeclaredConstructors()[0];
        make.setAccessible(true);
        System.out.println(((Circle) make.newInstance(2.5)).radius() * 2 == 5);
        lambdas(catalog);
    }

    private static Map<String, String> fields(Class<?> type) {
        Map<String, String> fields = new TreeMap<>();
        for (Field field : type.getDeclaredFields()) {
            if ((field.getModifiers() & (java.lang.reflect.Modifier.STATIC | java.lang.reflect.Modifier.TRANSIENT))
                    == 0) {
                fields.put(field.getName(), "");
            }
        }
        return fields;
    }

    private static void lambdas(TypeCatalog catalog) throws Exception {
        int[] sum = new int[1];
        Action action = add(sum, 5);
        Method replace = action.getClass().getDeclaredMethod("writeReplace");
        replace.setAccessible(true);
        SerializedLambda stored = (SerializedLambda) replace.invoke(action);
        System.out.println(
                stored.getCapturingClass() + " " + stored.getImplMethodName() + " " + stored.getCapturedArg(1));
    }

    private static Action add(int[] sum, int by) {
        return () -> sum[0] += by;
    }
}
