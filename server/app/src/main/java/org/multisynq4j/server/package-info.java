/**
 * The server as a process: HTTP, WebSockets, command line. Everything with a rule of its own lives elsewhere (the session
 * state machine in the reflector, durability in the store); this module carries their inputs and outputs.
 */
package org.multisynq4j.server;
