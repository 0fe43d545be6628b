/** What the expressions of the library table may use, and how their results are shown. */
package org.multisynq4j.parity.library;
