package org.multisynq4j.teavm.library;

import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/**
 * Puts the classes in {@code org.multisynq4j.teavm.library.java} in the place of those that TeaVM has for the same names; named in
 * {@code META-INF/services/org.teavm.extension.spi.substitution.SubstitutionPolicy}. TeaVM takes the first policy on the class path that has a class;
 * {@link LibraryRepairs} fails the build if that was another.
 */
public final class Overlay implements SubstitutionPolicy {
    static final String ROOT = "org.multisynq4j.teavm.library";

    @Override
    public void contribute(SubstitutionSink sink) {
        sink.selectClasses(name -> name.startsWith("java.util.")).packagePrefix(ROOT);
    }
}
