/** The smallest application: one counter that everybody sees and anybody can reset. */
package org.multisynq4j.apps.hello;
