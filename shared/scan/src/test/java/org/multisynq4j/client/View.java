package org.multisynq4j.client;

/** Stands for the real class, which this module does not see. */
public class View {
    protected View() {}
}
