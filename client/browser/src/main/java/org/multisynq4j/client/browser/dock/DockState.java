package org.multisynq4j.client.browser.dock;

/** What a session is doing, as a person sees it. */
public enum DockState {
    CHECKING_PASSWORD(
            "Checking the password…", "A password made up by a person is made hard to guess, which takes a moment."),
    JOINING("Joining…", "Connecting to the server."),
    CATCHING_UP("Catching up…", "Replaying what happened before you came."),
    LIVE("Live", ""),
    RECONNECTING("Reconnecting…", "It goes on here when the connection is back."),
    OFFLINE("Offline", "This device has no network. It goes on here when it is back."),
    DORMANT("Sleeping", "The page was hidden for a while. It wakes when you look at it."),
    LEFT("Left", "You have left this session."),
    WRONG_PASSWORD("Wrong password", "This session is locked with another password."),
    FAILED("Stopped", "");

    private final String label;
    private final String explanation;

    DockState(String label, String explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    /** A few words. */
    public String label() {
        return label;
    }

    /** What it means for the person, one sentence; may be empty. */
    public String explanation() {
        return explanation;
    }

    /** True on the way to the first time live. */
    boolean isArriving() {
        return this == CHECKING_PASSWORD || this == JOINING || this == CATCHING_UP;
    }

    /** True if nothing will change without the person doing something. */
    boolean isStuck() {
        return this == WRONG_PASSWORD || this == FAILED || this == LEFT;
    }
}
