/** Tests of the finished product: the packaged server as a process, real browsers, unmodified npm clients, and the rules between modules. */
package org.multisynq4j.e2e;
