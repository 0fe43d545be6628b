package org.multisynq4j.client.control;

import org.multisynq4j.protocol.ClientFrame;

/**
 * A sealed message that may be under way.
 *
 * @param counter within the sender's epoch
 * @param frame exactly what was and may again be sent
 * @param sentAt on the client's clock, in ms, for the first time
 */
record Outgoing(long counter, ClientFrame.Send frame, double sentAt) {}
