package org.multisynq4j.client.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What a lying reflector may do to events: {@code all:} to what everybody gets, {@code one:} to what one participant gets. */
public final class MessageAttacks {
    public static final List<String> NAMES = List.of(
            "all: drop an event",
            "all: repeat an event",
            "all: swap two events of a sender",
            "all: delay",
            "all: flip a bit",
            "all: truncate",
            "all: paste from another session",
            "all: paste another kind",
            "all: made up",
            "all: forged users message",
            "all: forged tally",
            "one: drop an event",
            "one: repeat an event",
            "one: swap two events",
            "one: flip a bit",
            "one: truncate",
            "one: paste from another session",
            "one: other time",
            "one: other number",
            "one: forged users message",
            "one: forged tally",
            "one: not JSON");

    /** Every participant can see it, and says so. */
    public static final List<String> ALWAYS_REPORTED = List.of(
            "all: drop an event",
            "all: repeat an event",
            "all: swap two events of a sender",
            "all: flip a bit",
            "all: truncate",
            "all: paste from another session",
            "all: paste another kind",
            "all: made up",
            "one: flip a bit",
            "one: truncate",
            "one: paste from another session");

    /** All honest replicas are equal afterwards. */
    public static final List<String> HARMLESS = List.of(
            "all: drop an event",
            "all: repeat an event",
            "all: swap two events of a sender",
            "all: delay",
            "all: flip a bit",
            "all: truncate",
            "all: paste from another session",
            "all: paste another kind",
            "all: made up",
            "one: drop an event",
            "one: repeat an event",
            "one: swap two events",
            "one: not JSON");

    private static final int EVERY = 4;
    private static final int VICTIM = 1;

    private final String name;
    private final Random random;
    private final List<String> foreign;
    private final String victimsView;
    private int happened;

    /** @param foreign event payloads of another session with the same keys */
    public MessageAttacks(String name, Random random, List<String> foreign, String victimsView) {
        this.name = name;
        this.random = random;
        this.foreign = foreign;
        this.victimsView = victimsView;
    }

    /** The payload of a SEND or RECV, if it is a sealed event. */
    public static Optional<String> payload(String frame) {
        int from = frame.indexOf("\"e1.");
        return from < 0 ? Optional.empty() : Optional.of(frame.substring(from + 1, frame.indexOf('"', from + 1)));
    }

    public boolean happened() {
        return happened > 0;
    }

    /** How much later everything of a participant comes. */
    public double lagMs() {
        return name.endsWith("delay") ? random.nextInt(2_000) : 0;
    }

    /** What is done to the frames of one of the participants. */
    public Tamper against(int participant) {
        boolean all = name.startsWith("all: ");
        String what = name.substring(5);
        boolean forAll = all && what.startsWith("forged");
        return new Tamper() {
            private final List<String> held = new ArrayList<>();
            private int count;

            @Override
            public List<String> up(String frame) {
                return all && !forAll && frame.contains("\"SEND\"") ? lie(frame) : List.of(frame);
            }

            @Override
            public List<String> down(String frame) {
                boolean mine = forAll || !all && participant == VICTIM;
                return mine && frame.contains("\"RECV\"") ? lie(frame) : List.of(frame);
            }

            private List<String> lie(String frame) {
                Optional<String> payload = payload(frame);
                if (payload.isEmpty()) {
                    return List.of(frame);
                }
                if (!held.isEmpty()) {
                    List<String> swapped = List.of(frame, held.remove(0));
                    happened++;
                    return swapped;
                }
                // The same for all who get this number.
                boolean now = forAll ? payload.get().hashCode() % EVERY == 0 : count++ % EVERY == 1;
                return now ? attack(what, frame, payload.get(), held) : List.of(frame);
            }
        };
    }

    private List<String> attack(String what, String frame, String payload, List<String> held) {
        if (what.startsWith("swap")) {
            held.add(frame);
            return List.of();
        }
        happened++;
        switch (what) {
            case "drop an event":
                return List.of();
            case "repeat an event":
                return List.of(frame, frame);
            case "delay":
                return List.of(frame);
            case "flip a bit":
                return List.of(frame.replace(payload, flipped(payload)));
            case "truncate":
                return List.of(frame.replace(payload, payload.substring(0, 3 + random.nextInt(payload.length() - 3))));
            case "paste from another session":
                return List.of(frame.replace(payload, foreign.get(random.nextInt(foreign.size()))));
            case "paste another kind":
                return List.of(frame.replace(payload, "v1." + payload.substring(3)));
            case "made up":
                return List.of(frame.replace(payload, "e1." + "A".repeat(random.nextInt(200))));
            case "other time":
                return List.of(numbers(frame, 1, 0));
            case "other number":
                return List.of(numbers(frame, 0, 1));
            case "not JSON":
                return List.of(frame.substring(1));
            case "forged users message":
                return List.of(frame.replace(
                        "\"" + payload + "\"",
                        "{\"what\":\"users\",\"active\":1,\"joined\":[\"ghost\"],\"left\":[\"" + victimsView + "\"]}"));
            case "forged tally":
                return List.of(frame.replace(
                        "\"" + payload + "\"",
                        "{\"what\":\"tally\",\"sendTime\":1000,\"tally\":{\"{\\\"hash\\\":\\\"x\\\",\\\"viewId\\\":\\\""
                                + victimsView
                                + "\\\",\\\"cpuTime\\\":0}\":3},\"tuttiKey\":\"snapshot@1000\",\"missingClients\":0}"));
            default:
                throw new IllegalArgumentException(what);
        }
    }

    private String flipped(String payload) {
        int at = 3 + random.nextInt(payload.length() - 3);
        char now = payload.charAt(at);
        char other = now == 'A' ? 'B' : 'A';
        return payload.substring(0, at) + other + payload.substring(at + 1);
    }

    private static String numbers(String frame, long addTime, long addSeq) {
        int from = frame.indexOf("[") + 1;
        int comma = frame.indexOf(',', from);
        int end = frame.indexOf(',', comma + 1);
        long time = Long.parseLong(frame.substring(from, comma)) + addTime;
        long seq = Long.parseLong(frame.substring(comma + 1, end)) + addSeq;
        return frame.substring(0, from) + time + "," + seq + frame.substring(end);
    }
}
