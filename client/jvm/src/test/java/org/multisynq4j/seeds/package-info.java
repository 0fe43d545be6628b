/** What the descriptions of the original promise its users, as tests with views and real sockets. */
package org.multisynq4j.seeds;
