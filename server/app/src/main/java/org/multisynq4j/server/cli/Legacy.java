package org.multisynq4j.server.cli;

/** What happens to clients that cannot prove that they know a session's password. */
enum Legacy {
    ALLOW,
    DENY
}
