/**
 * Who is who: application and session names, the ids made of them, and the hash they are made with.
 *
 * <p>The ids are those of the original protocol, so that original tools agree on them. Nothing here knows passwords: a password enters no id.
 */
package org.multisynq4j.identity;
