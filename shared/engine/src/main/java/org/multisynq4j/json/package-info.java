/**
 * JSON as RFC 8259 defines it, read and written without any library, with the same text on the JVM and in every browser.
 *
 * <p>Reading is strict and bounded: whatever comes from outside either becomes a tree within the given limits or a {@link
 * org.multisynq4j.json.JsonException} that names the offset. Writing prints numbers and escapes as JavaScript's {@code JSON.stringify} does;
 * "stable" JSON also sorts member names, so equal data has equal text. Nothing here knows what a frame or a model is.
 */
package org.multisynq4j.json;
