/**
 * The command line: {@code java -jar multisynq4j-server.jar COMMAND}. One class per subcommand; every option can also be
 * given by an environment variable named after it.
 */
package org.multisynq4j.server.cli;
