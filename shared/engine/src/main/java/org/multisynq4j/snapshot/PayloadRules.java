package org.multisynq4j.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Payloads hold values; models by id; views may also send lists, maps and sets of other kinds, whose order is fixed by sending them. */
final class PayloadRules implements EncodingRules {
    private final ModelReferences models;

    PayloadRules(ModelReferences models) {
        this.models = models;
    }

    @Override
    public int tagOf(Object value, TypeInfo type) {
        switch (type.tag) {
            case Tag.OBJECT, Tag.UNSUPPORTED:
                if (!models.idOf(value).isEmpty()) {
                    return Tag.MODEL;
                }
                if (value instanceof List) {
                    return Tag.ARRAY_LIST;
                }
                if (value instanceof Map) {
                    return Tag.LINKED_HASH_MAP;
                }
                return value instanceof Set ? Tag.LINKED_HASH_SET : Tag.UNSUPPORTED;
            default:
                return mayTravel(type.tag) ? type.tag : Tag.UNSUPPORTED;
        }
    }

    /** Whether a value of this kind may be in a payload; the reader asks the same. */
    static boolean mayTravel(int tag) {
        return tag != Tag.OBJECT
                && tag != Tag.LAMBDA
                && tag != Tag.OBJECTS
                && tag != Tag.BIT_SET
                && tag != Tag.STRING_BUILDER
                && tag != Tag.UNSUPPORTED;
    }

    @Override
    public String refusal(Object value, TypeInfo type) {
        return value.getClass().getName()
                + " cannot be sent in an event; send a record, enum, list, map, string, number, boolean, primitive array or model.";
    }

    @Override
    public String modelId(Object value) {
        return models.idOf(value);
    }

    @Override
    public boolean writesLayouts() {
        return false;
    }
}
