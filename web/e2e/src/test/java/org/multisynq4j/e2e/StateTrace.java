package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.e2e.Chromium.Window;
import org.multisynq4j.text.Numbers;

/** The hash of a replica's state at each moment of the session it was seen at. Replicas may be compared at equal moments only. */
final class StateTrace {
    /** So many equal moments are enough: two seconds of ticks, of which a busy machine may skip some. */
    static final int MOMENTS = 40;

    private static final int MIN_COMMON = 3;

    private StateTrace() {}

    // Of each moment the last state counts: a slice of time may end between a message and what it scheduled for the
    // same time.

    /** Name of the moment after the message {@code seq} at {@code time}. */
    static String moment(double time, long seq) {
        return Numbers.toText(time) + " #" + seq;
    }

    /** Begins to note the states of a page's session. */
    static void start(Window window) {
        window.evaluate("{ window.trace = {};"
                + " setInterval(() => {"
                + "   const s = MULTISYNQ.sessions()[0];"
                + "   if (!s || s.state !== 'LIVE') return;"
                + "   const moment = s.time + ' #' + s.seq;"
                + "   trace[moment] = s.stateHash();"
                + " }, 10); }");
    }

    /** What was noted in the page. */
    static Map<String, String> of(Window window) {
        Map<String, String> states = new TreeMap<>();
        ((Map<?, ?>) window.evaluate("trace")).forEach((moment, hash) -> states.put((String) moment, (String) hash));
        return states;
    }

    /** Notes the next {@value #MOMENTS} states. */
    static CompletableFuture<Map<String, String>> of(JvmSession session) {
        Map<String, String> states = new TreeMap<>();
        return session.until(live -> note(live, states)).thenApply(done -> states);
    }

    private static boolean note(Session live, Map<String, String> states) {
        states.put(moment(live.now(), live.seq()), live.stateHash());
        return states.size() >= MOMENTS;
    }

    /** Asserts that two replicas were seen at some equal moments and had equal states at all of these. */
    static void assertAgree(Map<String, String> one, Map<String, String> other) {
        TreeSet<String> common = new TreeSet<>(one.keySet());
        common.retainAll(other.keySet());
        assertThat(common).as("moments at which both were seen").hasSizeGreaterThanOrEqualTo(MIN_COMMON);
        for (String moment : common) {
            assertThat(one.get(moment)).as("state at " + moment).isEqualTo(other.get(moment));
        }
    }
}
