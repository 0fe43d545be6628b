/** Hand-written programs of the parity suite: one idea each, in the style of a model. {@link org.multisynq4j.parity.programs.Programs} runs them all. */
package org.multisynq4j.parity.programs;
