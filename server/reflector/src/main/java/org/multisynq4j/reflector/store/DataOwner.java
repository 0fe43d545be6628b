package org.multisynq4j.reflector.store;

import java.util.List;

/**
 * Whose the data saved under a persistent id is: the first member key that saved any owns it from then on. What others announce there is not kept, so that nobody
 * who merely knows the id can put something in the place of people's data.
 */
public final class DataOwner {
    private DataOwner() {}

    /**
     * The owner's member key; empty if everybody may save.
     *
     * @param versions in the order of saving
     */
    public static String of(List<PersistedVersion> versions) {
        for (PersistedVersion version : versions) {
            if (!version.memberKey().isEmpty()) {
                return version.memberKey();
            }
        }
        return "";
    }

    /** Whether a version may follow those. */
    public static boolean admits(List<PersistedVersion> before, PersistedVersion version) {
        String owner = of(before);
        return owner.isEmpty() || owner.equals(version.memberKey());
    }
}
