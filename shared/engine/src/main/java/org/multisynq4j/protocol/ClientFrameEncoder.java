package org.multisynq4j.protocol;

import java.util.Optional;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.json.JsonWriter;

/** Writes a client's frames. */
public final class ClientFrameEncoder {
    private final String sessionId;

    public ClientFrameEncoder(String sessionId) {
        this.sessionId = sessionId;
    }

    /** One text frame. */
    public String encode(ClientFrame frame) {
        JsonWriter out = new JsonWriter();
        out.beginObject().name("id").value(sessionId);
        if (frame instanceof ClientFrame.Join join) {
            join(join, begin("JOIN", out));
        } else if (frame instanceof ClientFrame.Send send) {
            send(send, begin("SEND", out));
            send.debounce().ifPresent(debounce -> out.name("tags")
                    .beginObject()
                    .name("debounce")
                    .value(debounce.ms())
                    .name("msgID")
                    .value(debounce.messageId())
                    .endObject());
        } else if (frame instanceof ClientFrame.Tutti tutti) {
            tutti(tutti, begin("TUTTI", out));
        } else if (frame instanceof ClientFrame.Ticks) {
            begin("TICKS", out).beginObject().endObject();
        } else if (frame instanceof ClientFrame.Snap snap) {
            snap(snap, begin("SNAP", out));
        } else if (frame instanceof ClientFrame.Save save) {
            begin("SAVE", out).beginObject().name("persistTime").value(save.persistTimeMs());
            url(save.url(), save.dissident(), out);
        } else if (frame instanceof ClientFrame.Prove prove) {
            begin("PROVE", out)
                    .beginObject()
                    .name("signature")
                    .value(prove.signature())
                    .endObject();
        } else if (frame instanceof ClientFrame.Ping ping) {
            begin("PING", out).value(ping.args());
        } else if (frame instanceof ClientFrame.Log log) {
            begin("LOG", out).value(log.args());
        } else if (frame instanceof ClientFrame.Pulse) {
            out.name("action").value("PULSE");
        } else if (frame instanceof ClientFrame.Unknown unknown) {
            out.name("action").value(unknown.action());
        }
        return out.endObject().toString();
    }

    private static JsonWriter begin(String action, JsonWriter out) {
        return out.name("action").value(action).name("args");
    }

    private static void join(ClientFrame.Join join, JsonWriter out) {
        out.beginObject().name("name").value(join.name()).name("apiKey").value(join.apiKey());
        text("appId", join.appId(), out);
        text("url", join.url(), out);
        text("persistentId", join.persistentId(), out);
        text("sdk", join.sdk(), out);
        text("developerId", join.developerId(), out);
        out.name("version").value(join.version());
        join.user().ifPresent(user -> out.name("user").value(user.json()));
        join.ticks().ifPresent(ticks -> out.name("ticks")
                .beginObject()
                .name("tick")
                .value(ticks.tickMs())
                .name("delay")
                .value(ticks.delayMs())
                .endObject());
        join.dormantDelaySeconds().ifPresent(seconds -> out.name("dormantDelay").value(seconds));
        text("tove", join.tove(), out);
        text("codeHash", join.codeHash(), out);
        join.leaveDelayMs().ifPresent(ms -> out.name("leaveDelay").value(ms));
        if (!join.flags().isEmpty()) {
            out.name("flags").beginObject();
            for (String flag : join.flags()) {
                out.name(flag).value(true);
            }
            out.endObject();
        }
        text("memberKey", join.memberKey(), out);
        out.endObject();
    }

    private static void send(ClientFrame.Send send, JsonWriter out) {
        out.beginArray().value(send.timeMs()).value(0).value(send.payload());
        for (JsonValue element : send.rest()) {
            out.value(element);
        }
        out.endArray();
    }

    private static void tutti(ClientFrame.Tutti tutti, JsonWriter out) {
        out.beginArray().value(tutti.sendTimeMs()).value(0).value(tutti.payload());
        Optional<ClientFrame.Send> first = tutti.first();
        if (first.isPresent()) {
            send(first.get(), out);
        } else {
            out.nullValue();
        }
        out.value(tutti.wantsVote())
                .value(tutti.tallyTarget())
                .value(tutti.tuttiKey())
                .endArray();
    }

    private static void snap(ClientFrame.Snap snap, JsonWriter out) {
        out.beginObject().name("time").value((double) snap.timeMs()).name("seq").value((double) snap.seq());
        out.name("hash").value(snap.hash());
        if (!snap.files().isEmpty()) {
            out.name("files").beginArray();
            for (String id : snap.files()) {
                out.value(id);
            }
            out.endArray();
        }
        url(snap.url(), snap.dissident(), out);
    }

    private static void url(String url, boolean dissident, JsonWriter out) {
        out.name("url").value(url).name("dissident");
        if (dissident) {
            out.value(true);
        } else {
            out.nullValue();
        }
        out.endObject();
    }

    private static void text(String name, String text, JsonWriter out) {
        if (!text.isEmpty()) {
            out.name(name).value(text);
        }
    }
}
