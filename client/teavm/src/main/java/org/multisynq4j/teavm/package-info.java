/**
 * The TeaVM plugin: whatever the scan accepts computes in a browser what it computes on the JVM. Having this jar on the class path that TeaVM compiles is enough;
 * it registers itself through {@code META-INF/services}.
 *
 * <p>It makes arithmetic, array and cast errors exact ({@link org.multisynq4j.teavm.ExactTransformer}), sends {@code StrictMath} to the engine's own
 * implementation ({@link org.multisynq4j.teavm.MathRedirect}), opens to reflection what snapshots need ({@link org.multisynq4j.teavm.ModelReflection}), and writes
 * the catalog and code hash of every root model into the bundle ({@link org.multisynq4j.teavm.CompiledModelsFiller}). {@link org.multisynq4j.teavm.Exact} is the
 * only class here that runs in the browser.
 */
package org.multisynq4j.teavm;
