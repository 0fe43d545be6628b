/** The examples of the system's documents (snapshots, persistence), written in Java as their readers would, and what they promise. */
package org.multisynq4j.seeds;
