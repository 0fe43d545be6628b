package org.multisynq4j.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts objects together whose parts were read.
 *
 * <p>Most are complete at once. Two kinds must wait: what is made from its parts (records, lambdas, …) while one of these is not made; and collections that
 * hash or compare their keys while one of these is unfinished.
 */
final class Assembly {
    private final TypeRegistry types;
    /** Objects by number; null or {@link Unbuilt} where one is not made yet. */
    private Object[] objects = new Object[64];

    private int count;

    private final List<Runnable> patches = new ArrayList<>();
    private final List<DecoderFrame> unfilled = new ArrayList<>();
    private final Map<LambdaShape, Object> lambdasWithoutCaptures = new HashMap<>();
    private final Filler filler;
    private int pendingCount;

    Assembly(TypeRegistry types, int inputBytes) {
        this.types = types;
        this.filler = new Filler(new KeyGuard(types, inputBytes));
    }

    int objectCount() {
        return count;
    }

    void open() {
        if (count == objects.length) {
            objects = Arrays.copyOf(objects, 2 * count);
        }
        count++;
    }

    void put(int number, Object object) {
        objects[number] = object;
    }

    /** An object met before, or an {@link Unbuilt} that stands for it. */
    Object object(int number) {
        Object object = objects[number];
        if (object == null) {
            object = new Unbuilt();
            objects[number] = object;
        }
        return object;
    }

    void patchField(Object target, FieldSlot field, Unbuilt value) {
        patches.add(() -> {
            field.check(value.value());
            field.set(target, value.value());
        });
    }

    void patchElement(Object[] array, int index, Unbuilt value) {
        patches.add(() -> setElement(array, index, value.value()));
    }

    /** Checked, because not every platform checks it itself. */
    static void setElement(Object[] array, int index, Object value) {
        Class<?> type = array.getClass().getComponentType();
        if (value != null && !TypeCheck.fits(type, value)) {
            throw new SnapshotException("A " + value.getClass().getName() + " is stored in an array of "
                    + type.getName() + ": the data is damaged.");
        }
        array[index] = value;
    }

    /** All parts of an object are read: the object, or what stands for it. */
    Object complete(DecoderFrame frame) {
        if (frame.tag == Tag.OBJECT || frame.tag == Tag.OBJECTS) {
            return frame.target;
        }
        if (frame.target != null) {
            fillOrDefer(frame);
            return frame.target;
        }
        Unbuilt result = null;
        int needed = Tag.isSorted(frame.tag) ? 1 : frame.size;
        if (frame.incomplete) {
            Unbuilt.Pending pending = null;
            for (int i = 0; i < needed; i++) {
                frame.items[i] = Unbuilt.resolve(frame.items[i]);
                if (frame.items[i] instanceof Unbuilt missing) {
                    if (pending == null) {
                        result = frame.number < 0 ? new Unbuilt() : (Unbuilt) object(frame.number);
                        pending = new Unbuilt.Pending(frame, result);
                        pendingCount++;
                    }
                    pending.missing++;
                    missing.await(pending);
                }
            }
        }
        return result != null ? result : settle(frame, null);
    }

    /** Makes the object, and then all that waited for it. */
    private Object settle(DecoderFrame first, Unbuilt standIn) {
        Object made = make(first);
        Unbuilt placeholder = register(first, made, standIn);
        if (placeholder == null) {
            return made;
        }
        ArrayDeque<Unbuilt.Pending> ready = new ArrayDeque<>(placeholder.build(made));
        while (!ready.isEmpty()) {
            Unbuilt.Pending pending = ready.remove();
            if (--pending.missing == 0) {
                pendingCount--;
                DecoderFrame parts = pending.parts;
                for (int i = 0; i < parts.size; i++) {
                    parts.items[i] = Unbuilt.resolve(parts.items[i]);
                }
                Object next = make(parts);
                register(parts, next, pending.result);
                ready.addAll(pending.result.build(next));
            }
        }
        return made;
    }

    private Unbuilt register(DecoderFrame frame, Object made, Unbuilt standIn) {
        if (frame.number < 0) {
            return standIn;
        }
        Object before = objects[frame.number];
        objects[frame.number] = made;
        return before instanceof Unbuilt unbuilt ? unbuilt : standIn;
    }

    private Object make(DecoderFrame frame) {
        switch (frame.tag) {
            case Tag.RECORD:
                return makeRecord(frame);
            case Tag.LAMBDA:
                return makeLambda(frame);
            case Tag.OPTIONAL:
                return Optional.of(frame.items[0]);
            case Tag.IMMUTABLE_LIST:
                return Collections.unmodifiableList(Arrays.asList(frame.items));
            default:
                frame.target = Filler.newSorted(frame.tag, frame.items[0]);
                fillOrDefer(frame);
                return frame.target;
        }
    }

    private Object makeLambda(DecoderFrame frame) {
        if (frame.size == 0 && lambdasWithoutCaptures.containsKey(frame.shape)) {
            return lambdasWithoutCaptures.get(frame.shape);
        }
        Object lambda = frame.shape.make(types.classNamed(frame.shape.capturingClass()), frame.items);
        if (frame.size == 0) {
            lambdasWithoutCaptures.put(frame.shape, lambda);
        }
        return lambda;
    }

    private Object makeRecord(DecoderFrame frame) {
        FieldSlot[] components = frame.type.fields;
        for (int i = 0; i < components.length; i++) {
            if (components[i].code == 'L') {
                components[i].check(frame.items[i]);
            }
        }
        Object record = frame.type.construct(frame.items);
        for (int i = 0; i < components.length; i++) {
            Object given = frame.items[i];
            if (components[i].code == 'L' && given != null && !KeyGuard.isSimple(given)) {
                Object kept = components[i].get(record);
                if (kept != given && kept != null) {
                    adoptCopy(frame, i, given, kept);
                }
            }
        }
        return record;
    }

    /** A record's constructor copied a component: later references must lead to the copy, or the graph would have one object more than it had. */
    private void adoptCopy(DecoderFrame frame, int component, Object given, Object kept) {
        if (JdkTypes.tagOf(given) == Tag.IMMUTABLE_LIST || given instanceof Optional) {
            return;
        }
        int number = frame.newNumbers[component];
        boolean early = false;
        for (DecoderFrame waiting : unfilled) {
            early |= waiting.target == given;
        }
        if (number < 0 || early) {
            throw new SnapshotException(
                    "Component " + frame.type.fields[component] + " was copied by the record's constructor, but "
                            + (early ? "its content refers back to the record" : "the same object is used elsewhere")
                            + ", so it cannot be restored as it was. Let the constructor copy with List.copyOf, or not at all.");
        }
        objects[number] = kept;
    }

    private void fillOrDefer(DecoderFrame frame) {
        boolean wait = Tag.isKeyed(frame.tag) && !frame.simpleKeys && frame.lowestOfKeys != Openness.NONE;
        if (frame.incomplete) {
            for (int i = 0; i < frame.size; i++) {
                frame.items[i] = Unbuilt.resolve(frame.items[i]);
                wait |= frame.items[i] instanceof Unbuilt;
            }
        }
        if (wait) {
            unfilled.add(frame);
        } else {
            filler.fill(frame);
            frame.items = null;
        }
    }

    /** Everything is read: does what had to wait, and answers the root. */
    Object finish(Object root) {
        if (pendingCount > 0) {
            throw new SnapshotException(
                    pendingCount + " records or lambdas need each other to be made; the data is damaged.");
        }
        for (Runnable patch : patches) {
            patch.run();
        }
        for (DecoderFrame frame : unfilled) {
            for (int i = 0; i < frame.size; i++) {
                frame.items[i] = Unbuilt.resolve(frame.items[i]);
            }
            filler.fill(frame);
        }
        return Unbuilt.resolve(root);
    }
}
