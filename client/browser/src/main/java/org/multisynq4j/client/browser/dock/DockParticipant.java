package org.multisynq4j.client.browser.dock;

/**
 * Somebody in the session.
 *
 * @param viewId decides the colour
 * @param label what to call them
 * @param self whether this is the page's own view
 */
public record DockParticipant(String viewId, String label, boolean self) {}
