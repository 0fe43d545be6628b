/** Looking into a running replica, for tools, tests and the browser's console. Reads only. */
package org.multisynq4j.client.inspect;
