/** The chat's page and view. The page's elements live as long as the page; the view comes and goes with the connection. */
package org.multisynq4j.pages.chat;
