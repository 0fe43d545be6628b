/**
 * Turns graphs of objects into bytes and back, the same bytes on the JVM, in TeaVM JS and in TeaVM Wasm GC.
 *
 * <p>Invariants: one graph has one encoding; what is decoded encodes to the same bytes again; neither direction uses the Java stack for the depth of the graph;
 * memory while decoding is proportional to the input; no class is looked up anywhere but in a {@link org.multisynq4j.snapshot.TypeCatalog}. The format is
 * described byte by byte in docs/protocol.md.
 *
 * <p>This package knows no model, message or session: it sees objects, and models only through {@link org.multisynq4j.snapshot.ModelReferences}.
 */
package org.multisynq4j.snapshot;
