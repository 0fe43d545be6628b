package org.multisynq4j.replay;

import java.util.Optional;

/**
 * A place where the replay computed something else than what was recorded.
 *
 * @param what was compared: a vote, a snapshot, the recorder's state
 * @param timeMs teatime of the comparison, in ms
 * @param seq the last message executed then, unsigned
 * @param expected what was recorded: a hash
 * @param computed what the replay has instead
 * @param difference path of the first field that differs, with both values, recorded first; empty if the recorded state itself is not in the recording
 * @param since the first message after the last comparison that agreed: the cause lies there or later
 */
public record Disagreement(
        String what,
        double timeMs,
        long seq,
        String expected,
        String computed,
        Optional<String> difference,
        String since) {
    @Override
    public String toString() {
        return what + " @" + Texts.number(timeMs) + "#" + seq + ": recorded " + expected + ", computed " + computed
                + difference.map(d -> "; first difference: " + d).orElse("") + "; not before " + since;
    }
}
