/**
 * Running models alone, in one thread and without a server, for unit tests: participants are named, teatime is moved by hand, and everything the model
 * publishes, saves or fails at is noted. Knows the engine and the scan; no network, no clock.
 */
package org.multisynq4j.rehearsal;
