package org.multisynq4j.protocol;

/** Frames as the original client and reflector were seen to exchange them, with shortened cipher texts. */
final class ProtocolVectors {
    static final String SESSION = "9jfvsfCzEEH0gS9F7rxG8TvcwIODJVql3d920KCN-Xk";
    static final String TOVE =
            "tQ4XKHBV3w3KomJCwypd1Q==I4T12M6JLC/KGrYL3Cqgk18eW+2AP0u31QOZ8VbxRZc=ZS+8NOH68KK6GbAgNt72fg==";
    static final String CIPHER =
            "ltETFLR14MTW4UgnsXEwhw==VOr/afrnpQJhI4lfLtQdG4qER6CLXcP11j1Sx4+JITw=Ibz0UVsqx9j3zoFQCz4jEg==";

    static final String JOIN =
            "{\"id\":\"" + SESSION + "\",\"action\":\"JOIN\",\"args\":{\"name\":\"com.example.wire/room1\","
                    + "\"apiKey\":\"none\",\"appId\":\"com.example.wire\",\"url\":\"http://localhost/node.html\","
                    + "\"persistentId\":\"ML_cMe3tLz5uwcq8pMOPS5PzQuUkD5sGFO8WUDARBk8\",\"sdk\":\"1.1.0\","
                    + "\"developerId\":\"unknown_dev_id\",\"version\":1,\"user\":\"thzmm0l1ii\",\"ticks\":{\"tick\":500,\"delay\":0},"
                    + "\"dormantDelay\":10,\"tove\":\"" + TOVE + "\","
                    + "\"codeHash\":\"7hZPlPunp1OusCrRTfTQbxB6cSmSUipuNb0XiVqALRE\",\"leaveDelay\":1250}}";
    static final String SEND = frame("SEND", "[1203,0,\"" + CIPHER + "\",0]");
    static final String POLL = "{\"id\":\"" + SESSION + "\",\"action\":\"SEND\",\"args\":[4078,0,\"" + CIPHER
            + "\",3],\"tags\":{\"debounce\":5000,\"msgID\":\"pollForSnapshot\"}}";
    static final String PERSIST_VOTE =
            "{\\\"hash\\\":\\\"aBIkoPyiHVlQw4t9S9FWSWLO1cHxldLjCZcdNlmN3hQ\\\",\\\"ms\\\":0.14416903852922008,\\\"viewId\\\":\\\"thzmm0l1ii\\\"}";
    static final String TUTTI =
            frame("TUTTI", "[3075,0,\"" + PERSIST_VOTE + "\",null,true,[\"handlePersistVote\"],\"persist@3075\"]");
    static final String TALLY = frame(
            "RECV",
            "[3078,4294967285,{\"what\":\"tally\",\"sendTime\":3075,\"tally\":{\"" + PERSIST_VOTE
                    + "\":1},\"tallyTarget\":[\"handlePersistVote\"],\"tuttiKey\":\"persist@3075\",\"missingClients\":0,\"_size\":239}]");
    static final String REFLECTED_TUTTI = frame(
            "TUTTI",
            "[10812,0,\"{\\\"v\\\":5}\",[10812,0,\"" + CIPHER
                    + "\"],true,[\"handleModelEventInView\",\"k:first#__vote\"],\"k:first@10812\"]");
    static final String SNAP_URL = "http://127.0.0.1:18888/files/snapshots/JcVpDKvuUzSIS4MLYhPGDcyaCp_p2EqYe5TJhU9LpKY/"
            + "0000007232_4294967286-K18jjbb2ys1S1BGSmKirQUMfaIbx8pwZm54Vigzotjg.snap";
    static final String SNAP = frame(
            "SNAP",
            "{\"time\":7232,\"seq\":4294967286,\"hash\":\"K18jjbb2ys1S1BGSmKirQUMfaIbx8pwZm54Vigzotjg\",\"url\":\""
                    + SNAP_URL
                    + "\",\"auditStats\":{\"lastUsers\":-1,\"minUsers\":-1,\"maxUsers\":-1,\"payloadTally\":0},\"dissident\":null}");
    static final String SAVE = frame(
            "SAVE",
            "{\"persistTime\":3075,\"url\":\"http://127.0.0.1:18888/files/apps/com.example.wire/x/save/y\",\"dissident\":null}");
    static final String SYNC_FRESH = frame(
            "SYNC",
            "{\"url\":\"\",\"messages\":[],\"time\":0,\"seq\":4294967280,\"tove\":\"" + TOVE
                    + "\",\"reflector\":\"local\",\"timeline\":\"apgqsqawsoo\",\"flags\":{}}");
    static final String SYNC_SNAPSHOT = frame(
            "SYNC",
            "{\"url\":\"" + SNAP_URL + "\",\"messages\":[[11211,4294967287,\"" + CIPHER
                    + "\",2]],\"time\":14009,\"seq\":4294967287,\"tove\":\"" + TOVE
                    + "\",\"reflector\":\"local\",\"timeline\":\"j743bk4o0h9\",\"flags\":{},\"snapshotTime\":7232,\"snapshotSeq\":4294967286}");
    static final String USERS_JOINED = frame(
            "RECV",
            "[201,4294967281,{\"what\":\"users\",\"active\":1,\"total\":1,\"joined\":[\"thzmm0l1ii\"],\"_size\":61}]");
    static final String USERS_DATA = frame(
            "RECV",
            "[1209,4294967282,{\"what\":\"users\",\"active\":2,\"total\":2,\"joined\":[{\"id\":\"3rzvnyybuo\",\"data\":"
                    + "\"izdXk2FTUj2aT3prF07ZQQ==eYNf3g16F2SGK614lBThfCS14N+VSshRMEjmHxHAE8Y=WAZAKf2uDFuWbRn7Iyc+LA==\"}],\"_size\":170}]");
    static final String USERS_LEFT = frame(
            "RECV",
            "[18677,4294967292,{\"what\":\"users\",\"active\":1,\"total\":1,\"left\":[\"w3r8y2ajhh\"],\"_size\":59}]");
    static final String TICK = frame("TICK", "704");

    private ProtocolVectors() {}

    static String frame(String action, String args) {
        return "{\"id\":\"" + SESSION + "\",\"action\":\"" + action + "\",\"args\":" + args + "}";
    }
}
