package org.multisynq4j.client.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.browser.page.Bytes;
import org.multisynq4j.client.inspect.ModelTree;
import org.multisynq4j.data.DataMapper;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.DataHandle;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.text.Numbers;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * {@code window.MULTISYNQ.sessions()}: the page's sessions for the console, tools and tests.
 *
 * <p>Values cross as JSON text, so that no Java object can be changed from outside. What a call throws in Java is thrown as an Error in JavaScript.
 */
final class ToolHandle {
    /** By number, so that an object somebody kept never speaks for another session. */
    private static final Map<Integer, Session> SESSIONS = new TreeMap<>();

    private static final String GONE = "this page is no longer in that session; ask MULTISYNQ.sessions() again";

    private static int lastNumber;

    private ToolHandle() {}

    static void add(Session session) {
        SESSIONS.put(++lastNumber, session);
        publish();
    }

    static void remove(Session session) {
        SESSIONS.values().removeIf(each -> each == session);
        publish();
    }

    private static void publish() {
        int[] numbers = new int[SESSIONS.size()];
        int at = 0;
        for (int number : SESSIONS.keySet()) {
            numbers[at++] = number;
        }
        publishList(numbers, ToolHandle::answer, ToolHandle::export, ToolHandle::store, ToolHandle::fetch);
    }

    private static void export(int number, Bytes.Receiver done, Bytes.Failure failed) {
        ask(number, Session::export)
                .then(bytes -> done.call(Bytes.toScript(bytes)), error -> failed.call(reason(error)));
    }

    private static void store(int number, Int8Array data, boolean shareable, Id done, Bytes.Failure failed) {
        ask(number, session -> session.data().store(Bytes.toJava(data), shareable))
                .then(handle -> done.call(handle.id()), error -> failed.call(reason(error)));
    }

    private static void fetch(int number, String id, Bytes.Receiver done, Bytes.Failure failed) {
        ask(number, session -> session.data().fetch(DataHandle.parse(id)))
                .then(bytes -> done.call(Bytes.toScript(bytes)), error -> failed.call(reason(error)));
    }

    private static <T> Promise<T> ask(int number, Function<Session, Promise<T>> question) {
        return Promise.of(number).flatMap(known -> {
            if (!SESSIONS.containsKey(known)) {
                throw new IllegalStateException(GONE);
            }
            return question.apply(SESSIONS.get(known));
        });
    }

    private static String reason(Throwable error) {
        return String.valueOf(error.getMessage());
    }

    /** The answer as JSON text after {@code +}, or an error message after {@code -}. */
    private static String answer(int number, String name, String first, String second, String data) {
        try {
            Session session = SESSIONS.get(number);
            if (session == null) {
                throw new IllegalStateException(GONE);
            }
            JsonValue result = call(session, name, first, second, data);
            return "+" + Json.write(result);
        } catch (RuntimeException e) {
            return "-" + e.getMessage();
        }
    }

    private static JsonValue call(Session session, String name, String first, String second, String data) {
        return switch (name) {
            case "state" -> facts(session);
            case "stateHash" -> new JsonString(session.stateHash());
            case "model" -> ModelTree.of(session.model());
            case "publish" -> {
                session.publish(first, second, payload(session, Json.parse(data)));
                yield JsonObject.EMPTY;
            }
            case "forceSnapshot" -> {
                session.forceSnapshot();
                yield JsonObject.EMPTY;
            }
            case "step" -> {
                session.step(Numbers.parse(first));
                yield JsonObject.EMPTY;
            }
            case "leave" -> {
                session.leave();
                yield JsonObject.EMPTY;
            }
            default -> throw new IllegalArgumentException("no such member: " + name);
        };
    }

    private static JsonObject facts(Session session) {
        JsonObject.Builder facts = JsonObject.builder()
                .put("id", session.id())
                .put("persistentId", session.persistentId())
                .put("codeHash", session.codeHash())
                .put("appId", session.appId())
                .put("name", session.name())
                .put("viewId", session.viewId())
                .put("state", session.state().name())
                .put("time", session.now())
                .put("seq", session.seq())
                .put("backlog", session.backlog())
                .put("unsent", session.unsent())
                .put("synced", session.isSynced())
                .put("target", session.target());
        if (session.latency().last().isPresent()) {
            facts.put("latency", session.latency().last().getAsDouble());
        } else {
            facts.putNull("latency");
        }
        List<JsonValue> views = new ArrayList<>();
        for (ViewInfo view : session.participants()) {
            views.add(new JsonString(view.viewId()));
        }
        facts.put("participants", new JsonArray(views));
        session.problem().ifPresent(problem -> facts.put("problem", problem.getMessage()));
        return facts.build();
    }

    /** Plain data; an object with a member {@code $type} becomes the record of that binary name. */
    private static Object payload(Session session, JsonValue data) {
        DataMapper mapper =
                new DataMapper(CompiledModels.catalog(session.model().getClass()));
        if (data instanceof JsonObject object && object.string("$type").isPresent()) {
            String type = object.string("$type").get();
            Class<?> found = CompiledModels.catalog(session.model().getClass())
                    .find(type)
                    .orElseThrow(() -> new IllegalArgumentException(type + " is not a class of this model"));
            return mapper.fromJson(data, found);
        }
        return mapper.fromJson(data, Object.class);
    }

    @JSFunctor
    private interface Answer extends JSObject {
        String call(int number, String name, String first, String second, String data);
    }

    @JSFunctor
    private interface Exporter extends JSObject {
        void call(int number, Bytes.Receiver done, Bytes.Failure failed);
    }

    @JSFunctor
    private interface Id extends JSObject {
        void call(String id);
    }

    @JSFunctor
    private interface Storer extends JSObject {
        void call(int number, Int8Array data, boolean shareable, Id done, Bytes.Failure failed);
    }

    @JSFunctor
    private interface Fetcher extends JSObject {
        void call(int number, String id, Bytes.Receiver done, Bytes.Failure failed);
    }

    @JSBody(
            params = {"numbers", "answer", "exporter", "storer", "fetcher"},
            script = "function make(index) {"
                    + "  function ask(name, first, second, data) {"
                    + "    var text = answer(index, name, String(first), String(second), JSON.stringify(data === undefined ? null : data));"
                    + "    if (text.charAt(0) === '-') throw new Error(text.substring(1));"
                    + "    return JSON.parse(text.substring(1));"
                    + "  }"
                    + "  var session = {};"
                    + "  ['id', 'persistentId', 'codeHash', 'appId', 'name', 'viewId', 'state', 'time', 'seq', 'backlog', 'unsent', 'synced',"
                    + "   'latency', 'participants', 'target', 'problem'].forEach(function(name) {"
                    + "    Object.defineProperty(session, name, {enumerable: true, get: function() { return ask('state')[name]; }});"
                    + "  });"
                    + "  session.stateHash = function() { return ask('stateHash'); };"
                    + "  session.model = function() { return ask('model'); };"
                    + "  session.publish = function(scope, event, data) { ask('publish', scope, event, data); };"
                    + "  ['forceSnapshot', 'leave'].forEach(function(name) { session[name] = function() { ask(name); }; });"
                    + "  session.step = function(ms) { ask('step', ms); };"
                    + "  function later(start) {"
                    + "    return new Promise(function(resolve, reject) {"
                    + "      start(resolve, function(why) { reject(new Error(why)); });"
                    + "    });"
                    + "  }"
                    + "  function bytes(resolve) { return function(got) { resolve(new Uint8Array(got.buffer)); }; }"
                    + "  session.export = function() {"
                    + "    return later(function(done, failed) { exporter(index, bytes(done), failed); });"
                    + "  };"
                    + "  session.store = function(data, shareable) {"
                    + "    return later(function(done, failed) { storer(index, new Int8Array(data), !!shareable, done, failed); });"
                    + "  };"
                    + "  session.fetch = function(id) {"
                    + "    return later(function(done, failed) { fetcher(index, String(id), bytes(done), failed); });"
                    + "  };"
                    + "  return session;"
                    + "}"
                    + "var list = Array.prototype.map.call(numbers, make);"
                    + "var handle = globalThis.MULTISYNQ = globalThis.MULTISYNQ || {};"
                    + "handle.sessions = function() { return list.slice(); };")
    private static native void publishList(
            int[] numbers, Answer answer, Exporter exporter, Storer storer, Fetcher fetcher);
}
