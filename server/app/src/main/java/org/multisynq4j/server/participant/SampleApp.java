package org.multisynq4j.server.participant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.multisynq4j.apps.chat.ChatModel;
import org.multisynq4j.apps.chat.ChatModel.Post;
import org.multisynq4j.apps.hello.CounterModel;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.Session;
import org.multisynq4j.model.Model;

/** The samples a participant without a page can join; each meets the page of the same name. */
public enum SampleApp {
    /** The chat room. */
    CHAT("org.multisynq4j.chat", ChatModel.class) {
        @Override
        public Join<?> join(Report report) {
            return Join.app(appId()).model(ChatModel.class).view(model -> new ChatParticipant(model, report));
        }

        @Override
        public boolean canTalk() {
            return true;
        }

        @Override
        public void rename(Session session, String name) {
            session.publish(ChatModel.RENAME.scope(), ChatModel.RENAME.event(), name);
        }

        @Override
        public void say(Session session, String text) {
            Post post = new Post(text, System.currentTimeMillis());
            session.publish(ChatModel.POST.scope(), ChatModel.POST.event(), post);
        }
    },

    /** The shared counter. */
    HELLO("org.multisynq4j.hello", CounterModel.class) {
        @Override
        public Join<?> join(Report report) {
            return Join.app(appId()).model(CounterModel.class).view(model -> new HelloParticipant(model, report));
        }
    };

    private final String appId;
    private final Class<? extends Model> model;

    SampleApp(String appId, Class<? extends Model> model) {
        this.appId = appId;
        this.model = model;
    }

    /** The app with this id. */
    public static Optional<SampleApp> withId(String appId) {
        return Arrays.stream(values()).filter(app -> app.appId.equals(appId)).findFirst();
    }

    /** The app's id. */
    public String appId() {
        return appId;
    }

    /** The root model. */
    public Class<? extends Model> model() {
        return model;
    }

    /** The app of that name, as in the address of its page. */
    public static Optional<SampleApp> named(String name) {
        return Arrays.stream(values()).filter(app -> app.label().equals(name)).findFirst();
    }

    /** The names of all apps, for messages. */
    public static String names() {
        return String.join(", ", Arrays.stream(values()).map(SampleApp::label).toList());
    }

    /** The name in addresses. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What to join, still without name, password and server. */
    public abstract Join<?> join(Report report);

    /** Whether {@link #say} and {@link #rename} do something. */
    public boolean canTalk() {
        return false;
    }

    /** Takes a nickname. */
    public void rename(Session session, String name) {
        throw new UnsupportedOperationException(label() + " has no nicknames");
    }

    /** Says something to everybody. */
    public void say(Session session, String text) {
        throw new UnsupportedOperationException(label() + " has no texts");
    }
}
