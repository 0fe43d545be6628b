package corpus.bad;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.multisynq4j.model.Model;

final class State {
    interface Rule {
        int apply(int x);
    }

    interface StoredRule extends Serializable {
        int apply(int x);
    }

    static class DateField extends Model { // expect M4J125
        private Date when;

        Object step() {
            return when;
        }
    }

    static class NestedField extends Model {
        private final List<Entry> entries = new ArrayList<>();

        int step() {
            return entries.size();
        }
    }

    static class Entry { // expect M4J125
        private Iterator<String> rest;
    }

    static class SupplierField extends Model {
        private final Supplier<String> name = () -> "x"; // expect M4J124

        String step() {
            return name.get();
        }
    }

    static class RuleField extends Model {
        private Rule rule;

        int step() {
            rule = x -> x + 1; // expect M4J124
            return rule.apply(1);
        }
    }

    static class RuleInList extends Model {
        private final List<Rule> rules = new ArrayList<>();

        void step() {
            rules.add(x -> x + 1); // expect M4J124
        }
    }

    static class NotSet extends Model { // expect M4J126
        private transient List<String> cache;

        int step() {
            return cache.size();
        }
    }

    static class SetInInitOnly extends Model {
        private transient int width = 5; // expect M4J126

        int step() {
            return width;
        }
    }

    static class NoConstructor extends Model {
        private Wheel wheel = new Wheel(3);

        int step() {
            return wheel.size;
        }
    }

    static class Wheel {
        private final int size;

        Wheel(int size) { // expect M4J129
            this.size = size;
        }
    }

    static class SuppliedRecord extends Model {
        private Holder holder = new Holder(new Date(0)); // expect M4J101

        Object step() {
            return holder.when();
        }
    }

    record Holder(Date when) {} // expect M4J125
}
