package org.multisynq4j.server.cli;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.url.Origin;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.client.url.SessionUrl;
import org.multisynq4j.server.participant.Report;
import org.multisynq4j.server.participant.SampleApp;

/** Finds in a page's address what the page would: name, password, server and options. */
final class PageAddress {
    private PageAddress() {}

    /** @param wrong makes the exception for an address that cannot be used */
    static Join<?> join(SampleApp app, String url, Report report, Function<String, ? extends RuntimeException> wrong) {
        if (Origin.of(beforeHash(url)).isEmpty() || !url.startsWith("http")) {
            throw wrong.apply("'" + shorten(url) + "' is not the address of a page; it looks like"
                    + " http://localhost:8080/" + app.label() + "/#NAME&pw=PASSWORD");
        }
        try {
            SessionUrl page = SessionUrl.parse(url);
            for (SampleApp other : SampleApp.values()) {
                if (other != app && page.base().endsWith("/" + other.label() + "/")) {
                    throw wrong.apply("the address is that of " + other.label() + ", not of " + app.label());
                }
            }
            String name = page.name()
                    .orElseThrow(() -> wrong.apply("the address has no session name after #;"
                            + " quote it, or the shell cuts it at the &: '…/#NAME&pw=PASSWORD'"));
            String password = page.password()
                    .orElseThrow(() -> wrong.apply("the address has no password (pw=…) after #;"
                            + " quote it, or the shell cuts it at the &: '…/#NAME&pw=PASSWORD'"));
            return app.join(report)
                    .name(name)
                    .password(password)
                    .urlOptions(page.options())
                    .serverAddress(ServerAddress.of(url, page.options(), Optional.empty(), Set.of()));
        } catch (IllegalArgumentException e) {
            throw wrong.apply(e.getMessage());
        }
    }

    private static String beforeHash(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    /** Without what stands after the #, which may be a password. */
    private static String shorten(String url) {
        String open = beforeHash(url);
        return open.length() <= 80 ? open : open.substring(0, 80) + "…";
    }
}
