package org.multisynq4j.client;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.client.url.UrlOptions;
import org.multisynq4j.model.Model;
import org.multisynq4j.vm.VmSettings;

/** What a {@link Join} holds, unchecked. Only ever changed while it is being copied. */
final class JoinFields {
    String appId = "";
    String name = "";
    String password = "";
    Optional<Promise<String>> promisedPassword = Optional.empty();
    Class<? extends Model> model = Model.class;
    Function<Model, View> view;
    Optional<Object> options = Optional.empty();
    List<String> persistentOptions = List.of();
    List<String> optionsFromUrl = List.of();
    Optional<UrlOptions> urlOptions = Optional.empty();
    Optional<Object> viewOptions = Optional.empty();
    Optional<Object> viewData = Optional.empty();
    StepMode step = StepMode.AUTO;
    String tps = "20";
    double autoSleepSeconds = 10;
    double rejoinLimitMs = 1000;
    int eventRateLimit = 20;
    double simulationBudgetMs = 200;
    Optional<String> server = Optional.empty();
    Optional<ServerAddress> address = Optional.empty();
    String joinToken = "";
    Set<Debug> debug = EnumSet.noneOf(Debug.class);
    boolean shadow = true;
    String debugName = "";
    int maxPersistedBytes = VmSettings.DEFAULT_MAX_PERSISTED_BYTES;
    Consumer<Double> onProgress = fraction -> {};

    JoinFields() {}

    JoinFields(JoinFields other) {
        appId = other.appId;
        name = other.name;
        password = other.password;
        promisedPassword = other.promisedPassword;
        model = other.model;
        view = other.view;
        options = other.options;
        persistentOptions = other.persistentOptions;
        optionsFromUrl = other.optionsFromUrl;
        urlOptions = other.urlOptions;
        viewOptions = other.viewOptions;
        viewData = other.viewData;
        step = other.step;
        tps = other.tps;
        autoSleepSeconds = other.autoSleepSeconds;
        rejoinLimitMs = other.rejoinLimitMs;
        eventRateLimit = other.eventRateLimit;
        simulationBudgetMs = other.simulationBudgetMs;
        server = other.server;
        address = other.address;
        joinToken = other.joinToken;
        debug = other.debug;
        shadow = other.shadow;
        debugName = other.debugName;
        maxPersistedBytes = other.maxPersistedBytes;
        onProgress = other.onProgress;
    }
}
