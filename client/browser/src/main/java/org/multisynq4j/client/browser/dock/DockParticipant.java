package org.multisynq4j.client.browser.dock;

/**
 * Somebody in the session.
 *
 * @param label what to call them; decides the colour, so that a name has one colour in the dock and in an application's own list
 * @param self whether this is the page's own view
 */
public record DockParticipant(String label, boolean self) {}
