/**
 * What a model writer sees: the base class of models and the values they exchange.
 *
 * <p>A model's fields are the replicated state; its methods run identically for every participant, at the same teatime, in the same order. Nothing here may
 * know about sockets, views or who takes snapshots.
 */
package org.multisynq4j.model;
