package org.multisynq4j.model;

import java.util.Optional;
import org.multisynq4j.snapshot.Stored;

/**
 * A participant as models see it; the data of {@code view-join} and {@code view-exit}.
 *
 * @param viewId the participant's id, stable over reconnects
 * @param viewData what the participant's {@code Join} gave as view data
 */
public record ViewInfo(String viewId, Optional<Object> viewData) implements Stored {}
