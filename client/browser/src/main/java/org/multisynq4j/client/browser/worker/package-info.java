/**
 * The page's worker: the same program once more, on a thread of its own, for what would make the page stutter.
 *
 * <p>The page tells the worker's address in {@code globalThis.MULTISYNQ.worker}: a module that loads the program and calls its {@code main}. TeaVM's plugin makes
 * {@code main} ask {@link org.multisynq4j.client.browser.WorkerMain#serve} first.
 */
package org.multisynq4j.client.browser.worker;
