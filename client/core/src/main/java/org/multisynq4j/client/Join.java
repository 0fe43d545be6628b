package org.multisynq4j.client;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.client.url.UrlOptions;
import org.multisynq4j.model.Model;
import org.multisynq4j.text.Numbers;

/**
 * Which session to join, and how. Immutable: each method returns a changed copy. What is wrong is said by {@link Session#join}, all at once.
 *
 * <pre>{@code
 * Session.join(platform, Join.app("com.example.chat")
 *         .name("room1").password("secret")
 *         .model(ChatModel.class).view(ChatView::new)
 *         .server("https://example.com/"))
 * }</pre>
 *
 * @param <M> the root model
 */
public final class Join<M extends Model> {
    private final JoinFields fields;

    private Join(JoinFields fields) {
        this.fields = fields;
    }

    /** Begins with the application's id: words separated by dots, such as {@code com.example.chat}. */
    public static Join<Model> app(String appId) {
        JoinFields fields = new JoinFields();
        fields.appId = appId;
        return new Join<>(fields);
    }

    JoinFields fields() {
        return fields;
    }

    private Join<M> with(Consumer<JoinFields> change) {
        JoinFields copy = new JoinFields(fields);
        change.accept(copy);
        return new Join<>(copy);
    }

    /** The session's name, 1 to 128 characters. Whoever joins the same name of the same app with the same code meets. */
    public Join<M> name(String name) {
        return with(f -> f.name = name);
    }

    /** The password all participants share, as text or as a page's {@code App.autoPassword()}; it never leaves this program. */
    public Join<M> password(CharSequence password) {
        return with(f -> {
            f.password = password.toString();
            f.promisedPassword = Optional.empty();
        });
    }

    /**
     * A password that is still to come: from the application's own server, or from somebody who types it. {@link Session#join} waits for it; if the promise fails,
     * so does joining. It must settle on the session's thread.
     */
    public Join<M> password(Promise<String> password) {
        return with(f -> f.promisedPassword = Optional.of(password));
    }

    /** This join with the password that was promised, when it is there; itself at once if none was. */
    public Promise<Join<M>> withPassword() {
        return fields.promisedPassword.isPresent()
                ? fields.promisedPassword.get().map(this::password)
                : Promise.of(this);
    }

    /** The class of the root model. */
    public <N extends Model> Join<N> model(Class<N> model) {
        JoinFields copy = new JoinFields(fields);
        copy.model = model;
        return new Join<>(copy);
    }

    /** Makes the root view when the session is live, and again if it had to be given up. Without one, the participant only listens and publishes. */
    @SuppressWarnings("unchecked") // the planner makes sure that the root model is of the class given to model()
    public Join<M> view(Function<? super M, ? extends View> factory) {
        return with(f -> f.view = model -> factory.apply((M) model));
    }

    /** What the root model's {@code init} gets: a record or a map. Other options are another session. */
    public Join<M> options(Object options) {
        return with(f -> f.options = Optional.of(options));
    }

    /** Names of those options that tell persistent data apart too; normally all of a name's sessions share theirs. */
    public Join<M> persistentOptions(String... names) {
        return with(f -> f.persistentOptions = List.of(names));
    }

    /** Names of options that the page's address may set. */
    public Join<M> optionsFromUrl(String... names) {
        return with(f -> f.optionsFromUrl = List.of(names));
    }

    /** The options of the page's address, for {@link #optionsFromUrl}, {@code debug=} and {@code tps=}; the browser module sets them. */
    public Join<M> urlOptions(UrlOptions options) {
        return with(f -> f.urlOptions = Optional.of(options));
    }

    /** Anything the view wants to find at {@link Session#viewOptions}. */
    public Join<M> viewOptions(Object options) {
        return with(f -> f.viewOptions = Optional.of(options));
    }

    /** What everybody's models are told of this participant in {@code view-join}: a record, text, map or the like. Encrypted. */
    public Join<M> viewData(Object data) {
        return with(f -> f.viewData = Optional.of(data));
    }

    /** Who drives simulation and views; {@link StepMode#AUTO} if not said. */
    public Join<M> step(StepMode step) {
        return with(f -> f.step = step);
    }

    /** How often the reflector ticks, 1/30 to 60 per second; 20 if not said. The first participant decides. */
    public Join<M> tps(double ticksPerSecond) {
        return with(f -> f.tps = Numbers.toText(ticksPerSecond));
    }

    /** As above with ticks of this client between: {@code "20x3"} is 20 of the reflector and 60 in all. */
    public Join<M> tps(String ticksPerSecond) {
        return with(f -> f.tps = ticksPerSecond);
    }

    /** A page hidden for longer than this many seconds disconnects; 0 for never, 10 if not said. */
    public Join<M> autoSleep(double seconds) {
        return with(f -> f.autoSleepSeconds = seconds);
    }

    /** How long, in ms, the view survives a lost connection and the others do not notice: 0 to 60,000; 1000 if not said. */
    public Join<M> rejoinLimit(double ms) {
        return with(f -> f.rejoinLimitMs = ms);
    }

    /** How many messages are sent per second at most, 1 to 60; 20 if not said. Events published faster travel together. */
    public Join<M> eventRateLimit(int perSecond) {
        return with(f -> f.eventRateLimit = perSecond);
    }

    /** The longest simulation in one step, 1 to 1000 ms; 200 if not said. */
    public Join<M> simulationBudget(double ms) {
        return with(f -> f.simulationBudgetMs = ms);
    }

    /** The server, as {@code https://host/} (the original's {@code box}): reflector and files are below. A page's own server if not said. */
    public Join<M> server(String url) {
        return with(f -> f.server = Optional.of(url));
    }

    /** The server as two addresses; wins over {@link #server}. */
    public Join<M> serverAddress(ServerAddress address) {
        return with(f -> f.address = Optional.of(address));
    }

    /** What {@link #server} was given. */
    public Optional<String> server() {
        return fields.server;
    }

    /** What {@link #serverAddress} was given. */
    public Optional<ServerAddress> serverAddress() {
        return fields.address;
    }

    /** Whether a name was given. */
    public boolean hasName() {
        return !fields.name.isEmpty();
    }

    /** Whether a password was given or promised. */
    public boolean hasPassword() {
        return !fields.password.isEmpty() || fields.promisedPassword.isPresent();
    }

    /** For servers that ask for one: a JWT or the like. */
    public Join<M> joinToken(String token) {
        return with(f -> f.joinToken = token);
    }

    /** What is written to the console. */
    public Join<M> debug(Debug... flags) {
        return with(f -> {
            Set<Debug> set = EnumSet.noneOf(Debug.class);
            set.addAll(f.debug);
            set.addAll(List.of(flags));
            f.debug = set;
        });
    }

    /** The same by name, as an address has it: {@code "session,sends"}; {@code no…} takes a flag back. */
    public Join<M> debug(String names) {
        return with(f -> f.debug = Debug.apply(f.debug, words(names)));
    }

    /**
     * The longest data {@code persistSession} may save, in bytes of JSON: 1 KiB to 128 MiB, 16 MiB if not said. All participants need the same limit, so another one
     * is another session, with the same saved data.
     */
    public Join<M> maxPersistedBytes(int bytes) {
        return with(f -> f.maxPersistedBytes = bytes);
    }

    /**
     * Whether this participant has a second replica, which takes snapshots so that views need not wait; {@code true} if not said. It doubles the memory and, in a
     * thread of its own, the work; participants without one take a snapshot only if all are without. For bots by the dozen.
     */
    public Join<M> shadow(boolean shadow) {
        return with(f -> f.shadow = shadow);
    }

    /** Part of the view id, so that one tells participants apart in logs: letters and digits, at most 16. */
    public Join<M> debugName(String name) {
        return with(f -> f.debugName = name);
    }

    /** Told how far joining has come, 0 to 1. */
    public Join<M> onProgress(Consumer<Double> listener) {
        return with(f -> f.onProgress = listener);
    }

    private static List<String> words(String names) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from <= names.length()) {
            int comma = names.indexOf(',', from);
            int to = comma < 0 ? names.length() : comma;
            words.add(names.substring(from, to).trim().toLowerCase(Locale.ROOT));
            from = to + 1;
        }
        return words;
    }
}
