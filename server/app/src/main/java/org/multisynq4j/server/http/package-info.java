/**
 * What the server answers over plain HTTP: uploaded files, pages, status. Everything here blocks and runs on the HTTP
 * server's threads; nothing here knows sessions.
 */
package org.multisynq4j.server.http;
