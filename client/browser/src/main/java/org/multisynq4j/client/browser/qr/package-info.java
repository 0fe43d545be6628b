/**
 * QR codes of session addresses (ISO/IEC 18004), byte mode only.
 *
 * <p>Own code because the usual library pulls regular expressions and {@code String.format} into the page, several times the size of the rest of the dock; its
 * output is the reference in the tests.
 */
package org.multisynq4j.client.browser.qr;
