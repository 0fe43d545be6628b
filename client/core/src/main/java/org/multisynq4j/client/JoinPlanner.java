package org.multisynq4j.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.multisynq4j.client.control.SessionNames;
import org.multisynq4j.client.control.SessionPlan;
import org.multisynq4j.client.control.Tuning;
import org.multisynq4j.client.error.JoinException;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.client.url.SessionUrl;
import org.multisynq4j.crypto.Passwords;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.identity.Identity;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.model.Model;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.TypeCatalog;
import org.multisynq4j.vm.VmSettings;

/** Checks a {@link Join} and makes of it what the controller needs. */
final class JoinPlanner {
    static final int MAX_DEBUG_NAME_CHARS = 16;
    static final int MAX_TOKEN_CHARS = 2048;
    static final double MAX_REJOIN_MS = 60_000;
    static final int MAX_EVENT_RATE = 60;
    static final double MAX_BUDGET_MS = 1_000;
    static final int MIN_PERSISTED_BYTES = 1024;

    private final Platform platform;
    private final JoinFields fields;
    private final List<String> problems = new ArrayList<>();

    private JoinPlanner(Platform platform, JoinFields fields) {
        this.platform = platform;
        this.fields = fields;
    }

    /** @throws JoinException with everything that is wrong */
    static SessionPlan plan(Platform platform, Join<?> join) {
        JoinFields fields = join.fields();
        Function<SessionKeys, SessionPlan> plan = new JoinPlanner(platform, fields).check();
        return plan.apply(SessionKeys.derive(fields.password, fields.appId, fields.name));
    }

    /** The same with keys that are derived where the platform wants. @throws JoinException with everything that is wrong, before any key is derived */
    static Promise<SessionPlan> prepare(Platform platform, Join<?> join) {
        JoinFields fields = join.fields();
        Function<SessionKeys, SessionPlan> plan = new JoinPlanner(platform, fields).check();
        return platform.keys()
                .derive(fields.password, fields.appId, fields.name)
                .map(plan);
    }

    /** Everything but the keys. */
    private Function<SessionKeys, SessionPlan> check() {
        checkTexts();
        checkFigures();
        checkPersisted();
        Optional<TicksPerSecond> ticks = ticks();
        Optional<ServerAddress> server = server();
        boolean hasModel = fields.model != Model.class;
        require(hasModel, "no model was given: Join.model(MyModel.class)");
        JsonObject options = JsonObject.EMPTY;
        Optional<TypeCatalog> catalog = Optional.empty();
        if (hasModel) {
            catalog = Optional.of(platform.catalog(fields.model));
            options = JoinOptions.resolve(fields, catalog.get(), problems);
        }
        for (String name : fields.persistentOptions) {
            require(options.has(name), "persistentOptions names \"" + name + "\", which is not among the options");
        }
        if (!problems.isEmpty()) {
            throw new JoinException(problems);
        }
        SessionNames names = names(options);
        VmSettings vm = new VmSettings(
                names.sessionId(),
                fields.model,
                options,
                catalog.orElseThrow(),
                CodecLimits.SNAPSHOT,
                fields.maxPersistedBytes);
        Tuning tuning = tuning(ticks.orElseThrow());
        ServerAddress address = server.orElseThrow();
        return keys -> new SessionPlan(
                platform,
                names,
                keys,
                vm,
                address,
                tuning,
                fields.viewData,
                fields.joinToken,
                fields.debugName,
                debug());
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
    }

    private void checkTexts() {
        Identity.appIdProblem(fields.appId).ifPresent(problems::add);
        Identity.nameProblem(fields.name).ifPresent(problems::add);
        require(
                fields.promisedPassword.isEmpty(),
                "the password is only promised: use Session.join, or begin with what Join.withPassword() resolves to");
        try {
            Passwords.check(fields.password);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
        require(
                isToken(fields.debugName, MAX_DEBUG_NAME_CHARS),
                "the debugName must consist of at most " + MAX_DEBUG_NAME_CHARS
                        + " letters, digits and the characters - . _ ~");
        require(
                isToken(fields.joinToken, MAX_TOKEN_CHARS),
                "the join token must consist of at most " + MAX_TOKEN_CHARS
                        + " letters, digits and the characters - . _ ~");
    }

    private void checkFigures() {
        require(
                fields.autoSleepSeconds >= 0 && fields.autoSleepSeconds <= 1e9,
                "autoSleep must be 0 (never) or more seconds, not " + fields.autoSleepSeconds);
        require(
                fields.rejoinLimitMs >= 0 && fields.rejoinLimitMs <= MAX_REJOIN_MS,
                "rejoinLimit must be 0 to " + (int) MAX_REJOIN_MS + " ms, not " + fields.rejoinLimitMs);
        require(
                fields.eventRateLimit >= 1 && fields.eventRateLimit <= MAX_EVENT_RATE,
                "eventRateLimit must be 1 to " + MAX_EVENT_RATE + " per second, not " + fields.eventRateLimit);
        require(
                fields.simulationBudgetMs >= 1 && fields.simulationBudgetMs <= MAX_BUDGET_MS,
                "simulationBudget must be 1 to " + (int) MAX_BUDGET_MS + " ms, not " + fields.simulationBudgetMs);
    }

    private void checkPersisted() {
        require(
                fields.maxPersistedBytes >= MIN_PERSISTED_BYTES
                        && fields.maxPersistedBytes <= VmSettings.HIGHEST_MAX_PERSISTED_BYTES,
                "maxPersistedBytes must be " + MIN_PERSISTED_BYTES + " to " + VmSettings.HIGHEST_MAX_PERSISTED_BYTES
                        + ", not " + fields.maxPersistedBytes);
    }

    private Optional<TicksPerSecond> ticks() {
        String text = fields.urlOptions.flatMap(url -> url.text("tps")).orElse(fields.tps);
        Optional<TicksPerSecond> ticks = TicksPerSecond.parse(text);
        require(
                ticks.isPresent(),
                "tps must be 1/30 to " + (int) TicksPerSecond.FASTEST
                        + " per second, with a multiplier if wanted (\"20x3\"), not \"" + text + "\"");
        return ticks;
    }

    private Optional<ServerAddress> server() {
        if (fields.address.isPresent()) {
            return fields.address;
        }
        String url = fields.server.orElse("");
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            problems.add("no server was given, or none with http:// or https://: Join.server(\"https://host/\")");
            return Optional.empty();
        }
        try {
            return Optional.of(ServerAddress.of(url, SessionUrl.parse(url).options(), Optional.of(url), Set.of()));
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return Optional.empty();
        }
    }

    private SessionNames names(JsonObject options) {
        JsonObject persistent = JoinOptions.select(options, fields.persistentOptions, true);
        JsonObject rest = JoinOptions.select(options, fields.persistentOptions, false);
        String codeHash = platform.codeHash(fields.model);
        String persistentId = Identity.persistentId(fields.appId, fields.name, persistent);
        if (fields.maxPersistedBytes != VmSettings.DEFAULT_MAX_PERSISTED_BYTES) {
            // Replicas with different limits would disagree about what is saved.
            JsonObject.Builder longer = JsonObject.builder().put("$maxPersistedBytes", fields.maxPersistedBytes);
            rest.members().forEach(longer::put);
            rest = longer.build();
        }
        String sessionId = Identity.sessionId(persistentId, rest, codeHash);
        return new SessionNames(fields.appId, fields.name, persistentId, sessionId, codeHash);
    }

    private Tuning tuning(TicksPerSecond ticks) {
        return new Tuning(
                1000 / ticks.rate(),
                ticks.multiplier(),
                fields.autoSleepSeconds * 1000,
                fields.rejoinLimitMs,
                fields.eventRateLimit,
                fields.simulationBudgetMs,
                fields.step);
    }

    private Set<Debug> debug() {
        return Debug.apply(
                fields.debug, fields.urlOptions.map(url -> url.list("debug")).orElse(List.of()));
    }

    private static boolean isToken(String token, int maxChars) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean fine =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
            if (!fine) {
                return false;
            }
        }
        return token.length() <= maxChars;
    }
}
