package org.multisynq4j.client;

/** What a developer reads when replicas differ. */
final class DivergenceText {
    private DivergenceText() {}

    static String of(Divergence divergence) {
        String text = "participants computed different states @" + (long) divergence.time() + ": "
                + switch (divergence.standing()) {
                    case AGREED ->
                        divergence.groups().size()
                                + " groups, this one agrees with most. Whoever does not takes over what most have";
                    case OUTVOTED_BY_TRACE -> "this one executed something else than most";
                    case OUTVOTED_BY_STATE -> "this one executed the same as most and came to another state";
                    case CHANGED_FROM_OUTSIDE ->
                        "this replica's state is not what its messages make of it: something outside"
                                + " models changed it, most likely a view. Views may only look at models, and publish";
                };
        return text
                + divergence.finding().map(finding -> ". " + finding).orElse("")
                + (divergence.outvoted()
                        ? ". This replica was made anew from what most have; what was not sent yet is kept."
                        : ".");
    }
}
