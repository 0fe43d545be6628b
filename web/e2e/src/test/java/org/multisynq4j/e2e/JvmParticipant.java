package org.multisynq4j.e2e;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.jvm.JvmPlatform;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.client.port.Console;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.client.url.SessionUrl;
import org.multisynq4j.model.Model;

/** Joins the chat of a page's address from this process. */
final class JvmParticipant {
    private JvmParticipant() {}

    /** @param model the class of the chat's model, which may be a changed one */
    static JvmSession joinChat(String url, Class<? extends Model> model, Console console) throws Exception {
        SessionUrl page = SessionUrl.parse(url);
        Join<?> join = Join.app("org.multisynq4j.chat")
                .model(model)
                .name(page.name().orElseThrow())
                .password(page.password().orElseThrow())
                .urlOptions(page.options())
                .serverAddress(ServerAddress.of(url, page.options(), Optional.empty(), Set.of()));
        return JvmSession.join(new JvmPlatform(console, JvmPlatform.NO_FRAMES), join)
                .get(30, TimeUnit.SECONDS);
    }
}
