package org.multisynq4j.server.cli;

import java.io.PrintWriter;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.multisynq4j.server.MultisynqServer;
import org.multisynq4j.server.ServerConfig;

/** What is printed when the server is ready. Scripts rely on the first line. */
final class Greeting {
    private static final List<String> SAMPLES = List.of("hello", "chat");

    private Greeting() {}

    static void print(PrintWriter out, MultisynqServer server, ServerConfig config) {
        boolean everywhere = config.host().equals("0.0.0.0") || config.host().equals("::");
        String here = everywhere ? "http://localhost:" + server.port() : server.url();
        out.println("listening on " + server.url());
        out.println("  samples:  " + here + "/");
        for (String sample : SAMPLES) {
            if (server.hasApp(sample)) {
                out.println("            " + here + "/" + sample + "/");
            }
        }
        if (everywhere) {
            for (String address : lanAddresses()) {
                out.println("  network:  http://" + address + ":" + server.port() + "/");
            }
        }
        out.println("  data:     "
                + config.data()
                        .map(path -> path.toAbsolutePath().normalize().toString())
                        .orElse("in memory only, gone when the server stops"));
        out.flush();
    }

    private static List<String> lanAddresses() {
        List<String> found = new ArrayList<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (!network.isUp() || network.isLoopback()) {
                    continue;
                }
                for (InetAddress address : Collections.list(network.getInetAddresses())) {
                    if (address instanceof Inet4Address) {
                        found.add(address.getHostAddress());
                    }
                }
            }
        } catch (SocketException e) {
            return List.of(); // only a hint is missing
        }
        return found;
    }
}
