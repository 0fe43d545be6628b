/**
 * The session dock: a badge in the corner of the page that opens to QR code, participants, figures and messages, and the overlay that says what a session is
 * doing when it is not live.
 *
 * <p>It sees a session only through {@link org.multisynq4j.client.browser.dock.DockModel}. Everything is drawn inside a shadow root, so that page and dock cannot
 * disturb each other's style.
 */
package org.multisynq4j.client.browser.dock;
