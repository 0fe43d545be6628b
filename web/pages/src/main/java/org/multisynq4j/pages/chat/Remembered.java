package org.multisynq4j.pages.chat;

import java.util.Set;
import java.util.TreeSet;
import org.teavm.jso.JSBody;

/** What the browser remembers for the chat: the nickname for all sessions, and which lines of this session were written in this tab. */
final class Remembered {
    private static final String NAME = "m4j-chat-name";
    private static final String OWN = "m4j-chat-own-";
    private static final int MAX_OWN = 20;

    private Remembered() {}

    static String name() {
        return read(true, NAME);
    }

    static void name(String name) {
        write(true, NAME, name);
    }

    /** The view ids this tab had in the session, the given one included. */
    static Set<String> ownViews(String sessionId, String viewId) {
        Set<String> own = new TreeSet<>();
        own.add(viewId);
        for (String id : words(read(false, OWN + sessionId))) {
            if (!id.isEmpty() && own.size() < MAX_OWN) {
                own.add(id);
            }
        }
        write(false, OWN + sessionId, String.join(" ", own));
        return own;
    }

    // Not String.split: it would bring regular expressions into the program, a fifth of its size.
    @JSBody(params = "text", script = "return text.split(' ');")
    private static native String[] words(String text);

    // Storage throws when the person forbids it; then nothing is remembered.
    @JSBody(
            params = {"lasting", "key"},
            script =
                    "try { return (lasting ? localStorage : sessionStorage).getItem(key) || ''; } catch (error) { return ''; }")
    private static native String read(boolean lasting, String key);

    @JSBody(
            params = {"lasting", "key", "value"},
            script = "try { (lasting ? localStorage : sessionStorage).setItem(key, value); } catch (error) {}")
    private static native void write(boolean lasting, String key, String value);
}
