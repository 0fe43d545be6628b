package org.multisynq4j.client.shadow;

import org.multisynq4j.client.control.ImageId;
import org.multisynq4j.client.control.SessionNames;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;

/** Commands as they travel: a small JSON object whose first member is {@code do}, or a frame of the reflector as it is, which never begins so. */
final class CommandText {
    private static final String MARK = "{\"do\":";

    private CommandText() {}

    static void send(Channel channel, ShadowCommand command) {
        if (command instanceof ShadowCommand.Frame frame) {
            channel.send(frame.text(), Channel.NO_BODY);
        } else if (command instanceof ShadowCommand.Plan plan) {
            channel.send(Json.write(plan(plan)), plan.secret());
        } else {
            channel.send(Json.write(small(command)), Channel.NO_BODY);
        }
    }

    private static JsonObject plan(ShadowCommand.Plan plan) {
        SessionNames names = plan.names();
        return JsonObject.builder()
                .put("do", "plan")
                .put("model", plan.model())
                .put("appId", names.appId())
                .put("persistentId", names.persistentId())
                .put("sessionId", names.sessionId())
                .put("codeHash", names.codeHash())
                .put("files", plan.files())
                .put("options", plan.options())
                .put("maxPersistedBytes", plan.maxPersistedBytes())
                .build();
    }

    private static JsonObject small(ShadowCommand command) {
        if (command instanceof ShadowCommand.Tick tick) {
            return JsonObject.builder()
                    .put("do", "tick")
                    .put("time", tick.timeMs())
                    .build();
        } else if (command instanceof ShadowCommand.Load load) {
            return EventText.id(JsonObject.builder().put("do", "load"), load.id())
                    .put("url", load.url())
                    .build();
        } else if (command instanceof ShadowCommand.Store store) {
            return about("store", store.image());
        } else if (command instanceof ShadowCommand.Forget forget) {
            return about("forget", forget.image());
        }
        return JsonObject.builder().put("do", "live").build();
    }

    private static JsonObject about(String what, ImageId image) {
        return EventText.id(JsonObject.builder().put("do", what), image).build();
    }

    /** @throws IllegalArgumentException if it is no command */
    static ShadowCommand read(String header, byte[] body) {
        if (!header.startsWith(MARK)) {
            return new ShadowCommand.Frame(header);
        }
        Members members = Members.of(header);
        String what = members.text("do");
        return switch (what) {
            case "plan" ->
                new ShadowCommand.Plan(
                        members.text("model"),
                        new SessionNames(
                                members.text("appId"),
                                "",
                                members.text("persistentId"),
                                members.text("sessionId"),
                                members.text("codeHash")),
                        members.text("files"),
                        members.object("options"),
                        (int) members.number("maxPersistedBytes"),
                        body);
            case "tick" -> new ShadowCommand.Tick((long) members.number("time"));
            case "load" -> new ShadowCommand.Load(members.text("url"), members.id());
            case "live" -> new ShadowCommand.Live();
            case "store" -> new ShadowCommand.Store(members.id());
            case "forget" -> new ShadowCommand.Forget(members.id());
            default -> throw new IllegalArgumentException("there is no command " + what);
        };
    }
}
