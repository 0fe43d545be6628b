package org.multisynq4j.teavm.library;

/** {@code System.arraycopy} with the JDK's exceptions. */
public final class Copying {
    private Copying() {}

    public static void arraycopy(Object from, int start, Object to, int position, int count) {
        Class<?> source = from.getClass().getComponentType();
        Class<?> target = to.getClass().getComponentType();
        if (source == null || target == null || source != target && (source.isPrimitive() || target.isPrimitive())) {
            throw new ArrayStoreException();
        }
        try {
            System.arraycopy(from, start, to, position, count);
        } catch (IndexOutOfBoundsException e) {
            throw new ArrayIndexOutOfBoundsException();
        }
    }
}
