/**
 * Sessions in a web page: the ports of {@code client.port} over what a browser offers, the page's address, and what the page says when something fails.
 *
 * <p>Compiled by TeaVM to Wasm GC and JavaScript. No TeaVM threads: they slow the whole program, and a rejected promise kills them on Wasm GC. So callbacks
 * only, errors travel as values, and every entry from JavaScript goes through {@link org.multisynq4j.client.browser.page.Guard}. JavaScript appears only in {@code @JSBody} one-liners of this
 * module.
 */
package org.multisynq4j.client.browser;
