package org.multisynq4j.crypto;

/** What a key of the session is for. One key, one purpose. */
enum KeyPurpose {
    EVENTS("events"),
    VIEW_DATA("view-data"),
    VOTES("votes"),
    SNAPSHOTS("snapshots"),
    PERSISTENT("persistent"),
    BLOBS("blobs"),
    KEYED_IDS("keyed-ids"),
    MEMBERSHIP("membership"),
    CHECK_WORD("check-word");

    final String label;

    KeyPurpose(String label) {
        this.label = label;
    }
}
