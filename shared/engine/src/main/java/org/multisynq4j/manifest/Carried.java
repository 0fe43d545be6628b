package org.multisynq4j.manifest;

import org.multisynq4j.snapshot.ByteReader;
import org.multisynq4j.snapshot.ByteWriter;

/**
 * Places in an image that follow from places in its base, because the stretches they lie in were copied: sorted, each with the index it had in the base.
 *
 * <p>What was copied may mean something else where it went, so the places that are really there are these but for some, and some more.
 */
final class Carried {
    private final int[] places;
    private final int[] origins;

    private Carried(int[] places, int[] origins) {
        this.places = places;
        this.origins = origins;
    }

    /** @throws ManifestException if there would be more than so many */
    static Carried of(int[] base, Delta.Copies copies, int most) {
        long count = 0;
        for (int i = 0; i < copies.count(); i++) {
            count += first(base, copies.from(i) + copies.length(i)) - first(base, copies.from(i));
        }
        if (count > most) {
            throw new ManifestException("a delta that leads to more than " + most + " objects");
        }
        int[] places = new int[(int) count];
        int[] origins = new int[(int) count];
        int size = 0;
        for (int i = 0; i < copies.count(); i++) {
            int end = copies.from(i) + copies.length(i);
            for (int at = first(base, copies.from(i)); at < base.length && base[at] < end; at++) {
                places[size] = base[at] - copies.from(i) + copies.to(i);
                origins[size++] = at;
            }
        }
        return new Carried(places, origins);
    }

    /** Index of the first place not before this one. */
    private static int first(int[] sorted, int place) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (sorted[middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Writes how the places that are really there differ from these. */
    void write(int[] actual, ByteWriter out) {
        ByteWriter gone = new ByteWriter();
        ByteWriter come = new ByteWriter();
        int goneCount = 0;
        int comeCount = 0;
        int lastGone = 0;
        int lastCome = 0;
        int at = 0;
        for (int place : actual) {
            while (at < places.length && places[at] < place) {
                gone.writeUnsigned(at - lastGone);
                lastGone = at++;
                goneCount++;
            }
            if (at < places.length && places[at] == place) {
                at++;
            } else {
                come.writeUnsigned(place - lastCome);
                lastCome = place;
                comeCount++;
            }
        }
        for (; at < places.length; at++) {
            gone.writeUnsigned(at - lastGone);
            lastGone = at;
            goneCount++;
        }
        out.writeUnsigned(goneCount);
        out.writeBytes(gone.toByteArray());
        out.writeUnsigned(comeCount);
        out.writeBytes(come.toByteArray());
    }

    /** The places that are really there, and the index each had in the base, or -1. */
    record Actual(int[] places, int[] origins) {}

    /** Reads what {@link #write} wrote. */
    Actual read(ByteReader in, int length, int most) {
        boolean[] gone = new boolean[places.length];
        int goneCount = in.readCount(1);
        int at = 0;
        for (int i = 0; i < goneCount; i++) {
            int step = in.readUnsigned();
            if (step < 0 || step >= places.length - at || step == 0 && i > 0) {
                throw in.damaged("a place that is not there");
            }
            at += step;
            gone[at] = true;
        }
        int comeCount = in.readCount(1);
        if (comeCount > most - (places.length - goneCount)) {
            throw in.damaged("more than " + most + " objects");
        }
        int[] all = new int[places.length - goneCount + comeCount];
        int[] from = new int[all.length];
        int size = 0;
        int next = 0;
        int place = 0;
        for (int i = 0; i < comeCount; i++) {
            int step = in.readUnsigned();
            if (step < 0 || step >= length - place || step == 0 && i > 0) {
                throw in.damaged("a place behind the end");
            }
            place += step;
            for (; next < places.length && places[next] < place; next++) {
                if (!gone[next]) {
                    all[size] = places[next];
                    from[size++] = origins[next];
                }
            }
            all[size] = place;
            from[size++] = -1;
        }
        for (; next < places.length; next++) {
            if (!gone[next]) {
                all[size] = places[next];
                from[size++] = origins[next];
            }
        }
        for (int i = 1; i < size; i++) {
            if (all[i] <= all[i - 1]) {
                throw in.damaged("two objects at one place");
            }
        }
        return new Actual(all, from);
    }
}
