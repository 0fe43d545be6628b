/**
 * What a page's address says about a session: its name, its password, options and where its server is.
 *
 * <p>Addresses come from strangers (links, QR codes), so everything here is bounded, never throws on odd escapes, and lets an address point a page at another
 * server only if that server was allowed. Pure Java; knows nothing of browsers or sockets.
 */
package org.multisynq4j.client.url;
