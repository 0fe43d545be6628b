/**
 * A whole session in one thread with virtual time: reflector, files, clients, and between them a network that is slow and breaks. Everything that happens follows
 * from a seed.
 */
package org.multisynq4j.client.sim;
