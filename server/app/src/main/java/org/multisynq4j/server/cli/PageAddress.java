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
        Optional<SampleApp> other = sample(url);
        if (other.isPresent() && other.get() != app) {
            throw wrong.apply("the address is that of " + other.get().label() + ", not of " + app.label());
        }
        return complete(app.join(report), app.label(), url, wrong);
    }

    /** The sample whose page this is. */
    static Optional<SampleApp> sample(String url) {
        String base = beforeHash(url);
        int query = base.indexOf('?');
        String page = query < 0 ? base : base.substring(0, query);
        for (SampleApp app : SampleApp.values()) {
            if (page.endsWith("/" + app.label() + "/")) {
                return Optional.of(app);
            }
        }
        return Optional.empty();
    }

    /**
     * Adds to a join what the address says.
     *
     * @param app how such an address would look like in messages
     */
    static Join<?> complete(Join<?> join, String app, String url, Function<String, ? extends RuntimeException> wrong) {
        if (Origin.of(beforeHash(url)).isEmpty() || !url.startsWith("http")) {
            throw wrong.apply("'" + shorten(url) + "' is not the address of a page; it looks like"
                    + " http://localhost:8080/" + app + "/#NAME&pw=PASSWORD");
        }
        try {
            SessionUrl page = SessionUrl.parse(url);
            String name = page.name()
                    .orElseThrow(() -> wrong.apply("the address has no session name after #;"
                            + " quote it, or the shell cuts it at the &: '…/#NAME&pw=PASSWORD'"));
            String password = page.password()
                    .orElseThrow(() -> wrong.apply("the address has no password (pw=…) after #;"
                            + " quote it, or the shell cuts it at the &: '…/#NAME&pw=PASSWORD'"));
            return join.name(name)
                    .password(password)
                    .urlOptions(page.options())
                    .serverAddress(
                            ServerAddress.of(url, page.options(), sample(url).map(sample -> "../"), Set.of()));
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
