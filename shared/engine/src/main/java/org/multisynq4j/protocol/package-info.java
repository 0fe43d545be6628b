/**
 * The words client and reflector exchange: frames with their encoders and decoders, chunks of large frames, close reasons, limits, extensions.
 *
 * <p>Used on both sides and in the browser. Decoders treat their input as hostile: everything is bounded and checked before it becomes a value. Must not know what
 * a payload contains, nor how frames are carried.
 */
package org.multisynq4j.protocol;
