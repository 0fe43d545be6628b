package org.multisynq4j.snapshot;

/** Marks an engine class whose fields are part of a snapshot; the TeaVM plugin gives the codec access to it. */
public interface Stored {}
