/**
 * What can go wrong with a session, one exception type per case a program can act on. Every message says what happened and what to do; docs/errors.md has a
 * paragraph for each.
 */
package org.multisynq4j.client.error;
