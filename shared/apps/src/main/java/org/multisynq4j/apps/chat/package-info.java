/** A chat room: who is here, what was said last, kept over changes of its own code. */
package org.multisynq4j.apps.chat;
