/** Programs whose every result must be the same on the JVM and compiled for a browser; the tests run them in all places and compare what they print. */
package org.multisynq4j.parity;
