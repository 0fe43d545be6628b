package org.multisynq4j.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.FutureMessage;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.snapshot.ListCatalog;

/** What a model may ask of its session and of what it has asked for. */
class ModelFactsTest {
    /** Writes down what it is told. */
    static final class Clerk extends Model {
        private final List<String> heard = new ArrayList<>();
        private FutureMessage reminder;
        private int viewsAtStart;

        @Override
        protected void init(Options options, Persisted persisted) {
            viewsAtStart = viewCount();
            subscribe("office", "say", (String text) -> heard.add(text + " of " + viewCount() + " " + ids()));
            subscribe("office", "strike", this::unsubscribeAll);
            subscribe("office", "remind", (Double ms) -> reminder = future(ms, () -> heard.add("reminded")));
            subscribe("office", "forget", () -> reminder.cancel());
        }

        private List<String> ids() {
            return views().stream().map(ViewInfo::viewId).toList();
        }
    }

    private final Replica replica = Replica.start(Clerk.class, new ListCatalog(Clerk.class));

    private Clerk clerk() {
        return replica.root(Clerk.class);
    }

    @Test
    void viewsAreCountedAndListedInTheOrderOfTheirArrival() {
        replica.join(10, "zoe").join(20, "ann").publish(30, "ann", "office", "say", "hello");
        replica.users(40, List.of(), List.of("zoe"), 1).publish(50, "ann", "office", "say", "alone");

        assertThat(clerk().viewsAtStart).isZero();
        assertThat(clerk().heard).containsExactly("hello of 2 [zoe, ann]", "alone of 1 [ann]");
    }

    @Test
    void aFutureMessageKnowsWhenItIsDueAlsoInACopy() {
        replica.join(10, "ann").publish(20, "ann", "office", "remind", 80.0);
        assertThat(clerk().reminder.isPending()).isTrue();
        assertThat(clerk().reminder.time()).isEqualTo(100);

        Clerk copied = replica.copy().runTo(99).root(Clerk.class);
        assertThat(copied.reminder.isPending()).isTrue();
        assertThat(copied.reminder.time()).isEqualTo(100);

        replica.runTo(100);
        assertThat(clerk().reminder.isPending()).isFalse();
        assertThat(clerk().heard).containsExactly("reminded");
    }

    @Test
    void afterUnsubscribeAllNothingIsHeardAlsoInACopy() {
        replica.join(10, "ann").publish(20, "ann", "office", "strike", null);
        Replica copy = replica.copy();
        for (Replica each : List.of(replica, copy)) {
            each.publish(30, "ann", "office", "say", "hello?");
            assertThat(each.root(Clerk.class).heard).isEmpty();
            assertThat(each.errors).isEmpty();
        }
        assertThat(replica.vm.traceHash()).isEqualTo(copy.vm.traceHash());
    }
}
