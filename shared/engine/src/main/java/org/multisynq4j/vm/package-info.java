/**
 * The virtual machine: executes a model's messages in one order everywhere.
 *
 * <p>{@link org.multisynq4j.vm.World} is the replicated state (a snapshot is its encoding); {@link org.multisynq4j.vm.VirtualMachine} is what one replica adds:
 * the messages still to be executed and who listens. Message order and bookkeeping follow the original system's TeaTime semantics (docs/protocol.md).
 *
 * <p>Nothing here knows sockets, keys, files, clocks or views.
 */
package org.multisynq4j.vm;
