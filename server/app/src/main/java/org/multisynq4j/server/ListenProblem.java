package org.multisynq4j.server;

import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;

/** Why a port could not be listened at, and what to do. The operating system's words tell, wherever in the chain of causes they are. */
final class ListenProblem {
    private ListenProblem() {}

    static String of(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "nobody knows this host name; choose another --host";
            }
            String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (words.contains("permission denied")) {
                return "this user may not listen there (ports below 1024 need privileges); choose another --port";
            }
            if (words.contains("cannot assign")) {
                return "the address is not this machine's; choose another --host (0.0.0.0 is all of them)";
            }
            if (words.contains("in use") && !words.startsWith("port already in use")) {
                return "the port is taken by another program; stop that one or choose another --port (0 picks a free one)";
            }
        }
        return "the port is taken or the address is not this machine's; choose another with --port (0 picks a free"
                + " one) or --host";
    }
}
