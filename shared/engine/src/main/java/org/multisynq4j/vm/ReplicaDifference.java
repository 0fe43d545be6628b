package org.multisynq4j.vm;

/**
 * A place where the states of two replicas differ.
 *
 * @param model class and id of the model whose state it is, as {@code ChatModel M1}; {@code engine} for what belongs to no model: queued messages, random state
 * @param path of the field, from that model
 * @param left what the first replica has there, shortened
 * @param right what the second replica has there, shortened
 */
public record ReplicaDifference(String model, String path, String left, String right) {
    @Override
    public String toString() {
        return path + " of " + model + ": " + left + " against " + right;
    }
}
