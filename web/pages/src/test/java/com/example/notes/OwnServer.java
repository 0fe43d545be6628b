package com.example.notes;

import org.multisynq4j.client.Promise;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

// #region page
/** Asks the page's own server for a room's password. The server knows from its cookie who is logged in. */
final class OwnServer {
    @JSFunctor
    private interface Answer extends JSObject {
        void call(String text);
    }

    private OwnServer() {}

    static Promise<String> password(String room) {
        Promise<String> password = new Promise<>();
        fetch(room, password::resolve, problem -> password.fail(new IllegalStateException(problem)));
        return password;
    }

    @JSBody(
            params = {"room", "done", "failed"},
            script = "fetch('/password?room=' + encodeURIComponent(room), {cache: 'no-store'}).then(function(answer) {"
                    + "  if (!answer.ok) throw new Error('No password for this room: log in first.');"
                    + "  return answer.json();"
                    + "}).then(function(body) { done(body.password); }, function(error) { failed(error.message); });")
    private static native void fetch(String room, Answer done, Answer failed);
}
// #endregion
