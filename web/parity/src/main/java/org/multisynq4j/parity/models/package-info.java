/** Model programs, each small but unlike the others, and a fake session that drives them the same way on the JVM and in a browser. */
package org.multisynq4j.parity.models;
