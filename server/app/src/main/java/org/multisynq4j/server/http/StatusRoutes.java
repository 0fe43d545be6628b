package org.multisynq4j.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /healthz}, {@code /readyz} and {@code /limits}: for operators, load balancers and scripts. */
public final class StatusRoutes {
    private final Supplier<Optional<String>> problem;
    private final String limitsJson;

    /**
     * Answers with what it is given.
     *
     * @param problem why new clients should not come at present, if there is a reason
     * @param limits every limit in force, grouped
     */
    public StatusRoutes(Supplier<Optional<String>> problem, Map<String, ?> limits) {
        this.problem = problem;
        this.limitsJson = json(limits);
    }

    /** Adds the routes. */
    public void register(RoutesConfig routes) {
        routes.get("/healthz", context -> plain(context, 200, "ok"));
        routes.get("/readyz", this::ready);
        routes.get(
                "/limits",
                context -> fresh(context).contentType("application/json").result(limitsJson));
    }

    private void ready(Context context) {
        Optional<String> reason = problem.get();
        plain(context, reason.isPresent() ? 503 : 200, reason.orElse("ready"));
    }

    private static void plain(Context context, int status, String text) {
        fresh(context).status(status).contentType("text/plain; charset=utf-8").result(text + "\n");
    }

    private static Context fresh(Context context) {
        return context.header("Cache-Control", "no-store").header("Access-Control-Allow-Origin", "*");
    }

    private static String json(Map<String, ?> limits) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(limits);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and names can always be written", e);
        }
    }
}
