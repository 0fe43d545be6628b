package org.multisynq4j.teavm.library;

import java.util.Objects;

/** Of {@code Enum}. */
@SuppressWarnings({"unchecked", "rawtypes"})
public final class EnumRepairs {
    private EnumRepairs() {}

    /** TeaVM tells only the sign. */
    public static int compareTo(Enum self, Enum other) {
        if (self.getDeclaringClass() != other.getDeclaringClass()) {
            throw new ClassCastException();
        }
        return self.ordinal() - other.ordinal();
    }

    /** TeaVM has another exception for null. */
    public static Enum valueOf(Class type, String name) {
        for (Object each : type.getEnumConstants()) {
            if (((Enum) each).name().equals(name)) {
                return (Enum) each;
            }
        }
        Objects.requireNonNull(name);
        throw new IllegalArgumentException("no constant " + name);
    }
}
