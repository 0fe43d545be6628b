package org.multisynq4j.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.multisynq4j.client.browser.CompiledModels;
import org.multisynq4j.manifest.Delta;
import org.multisynq4j.manifest.DeltaMaker;
import org.multisynq4j.manifest.ReferenceDelta;
import org.multisynq4j.model.Model;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.ImageColumns;
import org.multisynq4j.snapshot.ImageSplitter;
import org.multisynq4j.snapshot.ObjectDecoder;
import org.multisynq4j.snapshot.ObjectEncoder;
import org.multisynq4j.snapshot.SplitImage;
import org.multisynq4j.snapshot.StateHash;
import org.multisynq4j.snapshot.TypeCatalog;
import org.multisynq4j.text.Bytes;

/**
 * Prints how long each step of storing and loading a large state takes, the best of several rounds; not a test. Figures are in docs/performance.md.
 *
 * <p>Arguments, all optional: rounds, kind of coordinates ({@code whole}, {@code decimals}, {@code any}), and the one step to run, for profiles. Two arguments are columns and
 * the length of their image: they are loaded once, and nothing else is done.
 */
public final class CodecSpeed {
    private static final int OBJECTS = 100_000;
    private static final int ROUNDS = 9;
    private static final int PORTION = 1 << 15;

    enum Mood {
        CALM,
        BUSY,
        HUNTING,
        FLEEING
    }

    /** One small object. */
    static final class Body {
        int id;
        double x;
        double y;
        double heading;
        int health;
        Mood mood = Mood.CALM;
        boolean awake;
        String team = "";
    }

    /** Says where the scan begins. */
    static final class Root extends Model {
        private final ArrayList<Body> bodies = new ArrayList<>();
    }

    private final int rounds;
    private final String kind;
    private final String only;
    private int state = 1;
    private double jsonMegabytes;

    private CodecSpeed(int rounds, String kind, String only) {
        this.rounds = rounds;
        this.kind = kind;
        this.only = only;
    }

    public static void main(String[] args) {
        TypeCatalog catalog = CompiledModels.catalog(Root.class);
        if (args.length == 2) {
            load(catalog, args[0], Integer.parseInt(args[1]));
        } else {
            run(catalog, args);
        }
    }

    /** What a page does with a snapshot it has fetched, in code that never ran before. @param columns base64url */
    private static void load(TypeCatalog catalog, String columns, int imageBytes) {
        byte[] packed = Bytes.fromBase64Url(columns);
        long start = System.nanoTime();
        byte[] image = unpack(packed, imageBytes);
        long unpacked = System.nanoTime();
        Object root = new ObjectDecoder(catalog, CodecLimits.SNAPSHOT).decode(image, ArrayList.class);
        long decoded = System.nanoTime();
        System.out.println("  first time: from columns " + rounded((unpacked - start) / 1e6) + " ms, decode "
                + rounded((decoded - unpacked) / 1e6) + " ms, " + ((ArrayList<?>) root).size() + " objects");
    }

    /** Arguments that make a page load such a state. */
    static List<String> stored(TypeCatalog catalog) {
        CodecSpeed speed = new CodecSpeed(1, "decimals", "");
        byte[] image = new ObjectEncoder(catalog, CodecLimits.SNAPSHOT).encode(speed.bodies());
        return List.of(Bytes.base64Url(pack(image)), Integer.toString(image.length));
    }

    static void run(TypeCatalog catalog, String... args) {
        new CodecSpeed(
                        args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS,
                        args.length > 1 ? args[1] : "decimals",
                        args.length > 2 ? args[2] : "")
                .measure(catalog);
    }

    private void measure(TypeCatalog catalog) {
        ArrayList<Body> bodies = bodies();
        jsonMegabytes = jsonLength(bodies) / 1e6;
        ObjectEncoder encoder = new ObjectEncoder(catalog, CodecLimits.SNAPSHOT);
        ObjectDecoder decoder = new ObjectDecoder(catalog, CodecLimits.SNAPSHOT);
        byte[] image = encoder.encode(bodies);
        System.out.println(
                kind + ": as JSON " + rounded(jsonMegabytes) + " MB, image " + rounded(image.length / 1e6) + " MB");
        time("encode", () -> encoder.encode(bodies));
        time("decode", () -> decoder.decode(image, ArrayList.class));
        time("hash", () -> StateHash.of(image));
        byte[] columns = pack(image);
        time("into columns", () -> pack(image));
        time("from columns", () -> unpack(columns, image.length));
        for (int i = 0; i < OBJECTS / 100; i++) {
            move(bodies.get(random(OBJECTS)));
        }
        byte[] later = encoder.encode(bodies);
        byte[] delta = delta(image, later);
        time("delta, 1 % moved", () -> delta(image, later));
        time("apply", () -> Delta.apply(image, delta, later.length));
        SplitImage from = split(image);
        SplitImage to = split(later);
        time("split references", () -> split(later));
        byte[] skeletons = delta(from.skeleton(), to.skeleton());
        byte[] referring = ReferenceDelta.make(from, to, skeletons);
        time("delta of references", () -> ReferenceDelta.make(from, to, skeletons));
        time("apply and join", () -> ReferenceDelta.apply(from, referring, later.length)
                .join());
    }

    private void time(String step, Supplier<Object> work) {
        if (!only.isEmpty() && !only.equals(step)) {
            return;
        }
        double best = Double.POSITIVE_INFINITY;
        double first = 0;
        double sum = 0;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            if (work.get() == null) {
                throw new IllegalStateException(step);
            }
            double ms = (System.nanoTime() - start) / 1e6;
            best = Math.min(best, ms);
            first = i == 0 ? ms : first;
            sum += ms;
        }
        System.out.println(
                "  " + step + ": " + rounded(best) + " ms at best, " + rounded(sum / rounds) + " on average, first "
                        + rounded(first) + ", " + rounded(jsonMegabytes * 1000 / best) + " MB of JSON a second");
    }

    private static double rounded(double value) {
        return Math.rint(value * 10) / 10;
    }

    private ArrayList<Body> bodies() {
        ArrayList<Body> bodies = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            Body body = new Body();
            body.id = i;
            body.health = random(101);
            body.mood = Mood.values()[random(4)];
            body.awake = random(2) == 0;
            body.team = "team " + random(8);
            move(body);
            bodies.add(body);
        }
        return bodies;
    }

    private void move(Body body) {
        body.x = number(1000);
        body.y = number(1000);
        body.heading = number(360);
    }

    private double number(int most) {
        return switch (kind) {
            case "whole" -> random(most);
            case "decimals" -> random(most * 100) / 100.0;
            default -> random(1 << 30) / (double) (1 << 30) * most + random(1 << 30) / 1e12;
        };
    }

    private int random(int bound) {
        state = state * 1664525 + 1013904223;
        return (int) ((state >>> 1) / 2147483648.0 * bound);
    }

    /** What a system that stores JSON would store. */
    private static int jsonLength(List<Body> bodies) {
        int length = 0;
        for (Body body : bodies) {
            length += ("{\"$class\":\"Body\",\"id\":" + body.id + ",\"x\":" + body.x + ",\"y\":" + body.y
                            + ",\"heading\":"
                            + body.heading + ",\"health\":" + body.health + ",\"mood\":\"" + body.mood + "\",\"awake\":"
                            + body.awake + ",\"team\":\"" + body.team + "\"},")
                    .length();
        }
        return length;
    }

    private static byte[] pack(byte[] image) {
        ImageColumns packing = ImageColumns.packing(image);
        while (packing.work(PORTION)) {}
        return packing.packed().orElseThrow();
    }

    private static byte[] unpack(byte[] columns, int imageBytes) {
        ImageColumns unpacking = ImageColumns.unpacking(columns, imageBytes);
        while (unpacking.work(PORTION)) {}
        return unpacking.image();
    }

    private static byte[] delta(byte[] base, byte[] target) {
        DeltaMaker maker = new DeltaMaker(base, target, Integer.MAX_VALUE);
        while (maker.work(PORTION)) {}
        return maker.delta().orElseThrow();
    }

    private static SplitImage split(byte[] image) {
        ImageSplitter splitter = new ImageSplitter(image);
        while (splitter.work(PORTION)) {}
        return splitter.split().orElseThrow();
    }
}
