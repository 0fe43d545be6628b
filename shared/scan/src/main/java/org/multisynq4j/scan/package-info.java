/**
 * Reads the class files of a model and says three things about them: what of it would not compute the same bits everywhere ({@link
 * org.multisynq4j.scan.Problem}), which classes may appear in its state ({@link org.multisynq4j.snapshot.TypeCatalog}), and a hash that changes when its behaviour
 * may have changed.
 *
 * <p>One walk, three results. It reads class files and loads no class of the application (the catalog for the JVM does, when it is asked for). It knows nothing of
 * TeaVM; the TeaVM plugin and the JVM client both call it, so that both get the same answers from the same class files.
 */
package org.multisynq4j.scan;
