package org.multisynq4j.scan;

/** One method of one class, by internal names. */
record MethodId(String owner, String name, String descriptor) implements Comparable<MethodId> {
    @Override
    public int compareTo(MethodId other) {
        int byOwner = owner.compareTo(other.owner);
        if (byOwner != 0) {
            return byOwner;
        }
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : descriptor.compareTo(other.descriptor);
    }
}
