/** The counter's page and view. */
package org.multisynq4j.pages.hello;
