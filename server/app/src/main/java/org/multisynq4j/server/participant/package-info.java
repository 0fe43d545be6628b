/** What a participant without a page shows and does in the sample apps, for the command {@code join}. Knows models and views, no sockets and no processes. */
package org.multisynq4j.server.participant;
