package org.multisynq4j.parity;

import java.util.Arrays;
import java.util.List;
import org.multisynq4j.crypto.BlobId;
import org.multisynq4j.crypto.BlobSealer;
import org.multisynq4j.crypto.CheckWord;
import org.multisynq4j.crypto.EventOpener;
import org.multisynq4j.crypto.EventSealer;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.crypto.FileOpener;
import org.multisynq4j.crypto.FileSealer;
import org.multisynq4j.crypto.KeyedId;
import org.multisynq4j.crypto.MembershipKey;
import org.multisynq4j.crypto.Passwords;
import org.multisynq4j.crypto.RandomBytes;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.crypto.ViewDataSealer;
import org.multisynq4j.crypto.VoteSealer;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.text.Bytes;

/** Prints for each vector of the formats (the JSON in the first argument) whether everything in it comes out, in both directions. */
public final class VectorsMain {
    private VectorsMain() {}

    private interface Check {
        boolean holds(JsonObject vector);
    }

    public static void main(String[] args) {
        JsonObject vectors = (JsonObject) Json.parse(args[0]);
        print(vectors, "generatedPasswords", VectorsMain::password);
        print(vectors, "keys", VectorsMain::keys);
        print(vectors, "events", VectorsMain::event);
        print(vectors, "viewData", VectorsMain::viewData);
        print(vectors, "votes", VectorsMain::vote);
        print(vectors, "files", VectorsMain::file);
        print(vectors, "blobs", VectorsMain::blob);
        JsonObject other = vectors.object("other").orElseThrow();
        System.out.println("other 0 " + other(other));
    }

    private static void print(JsonObject vectors, String group, Check check) {
        List<?> items = vectors.array(group).orElseThrow().items();
        for (int i = 0; i < items.size(); i++) {
            System.out.println(group + " " + i + " " + check.holds((JsonObject) items.get(i)));
        }
    }

    private static boolean password(JsonObject vector) {
        String password = Passwords.generate(fixed(bytes(vector, "random")));
        return password.equals(text(vector, "password")) && Passwords.isGenerated(password);
    }

    private static boolean keys(JsonObject vector) {
        SessionKeys keys = SessionKeys.derive(text(vector, "password"), text(vector, "appId"), text(vector, "name"));
        return Arrays.equals(keys.secret(), bytes(vector, "secret"));
    }

    private static boolean event(JsonObject vector) {
        String sessionId = text(vector, "sessionId");
        EventSealer sealer = new EventSealer(keysOf(vector), sessionId, text(vector, "viewId"), bytes(vector, "epoch"));
        long counter = (long) vector.number("counter").orElseThrow();
        while (sealer.nextCounter() < counter) {
            sealer.seal(new byte[0]);
        }
        String sealed = sealer.seal(bytes(vector, "plain"));
        var opened = new EventOpener(keysOf(vector), sessionId).open(sealed);
        return sealed.equals(text(vector, "text"))
                && opened.counter() == counter
                && Arrays.equals(opened.plain(), bytes(vector, "plain"));
    }

    private static boolean viewData(JsonObject vector) {
        ViewDataSealer sealer = new ViewDataSealer(keysOf(vector), text(vector, "sessionId"));
        String viewId = text(vector, "viewId");
        String sealed = sealer.seal(viewId, bytes(vector, "plain"), fixed(bytes(vector, "salt")));
        return sealed.equals(text(vector, "text"))
                && Arrays.equals(sealer.open(viewId, sealed), bytes(vector, "plain"));
    }

    private static boolean vote(JsonObject vector) {
        VoteSealer sealer = new VoteSealer(keysOf(vector), text(vector, "sessionId"));
        String question = text(vector, "question");
        String sealed = sealer.seal(question, bytes(vector, "plain"), fixed(bytes(vector, "salt")));
        return sealed.equals(text(vector, "text"))
                && Arrays.equals(sealer.open(question, sealed), bytes(vector, "plain"));
    }

    private static boolean file(JsonObject vector) {
        FileKind kind = FileKind.valueOf(text(vector, "kind"));
        String id = text(vector, "id");
        String name = text(vector, "name");
        FileSealer sealer = new FileSealer(keysOf(vector));
        byte[] plain = bytes(vector, "plain");
        byte[] file = vector.has("salt")
                ? sealer.seal(kind, id, name, plain, fixed(bytes(vector, "salt")))
                : sealer.sealRepeatable(kind, id, name, plain);
        byte[] opened = new FileOpener(keysOf(vector)).open(kind, id, name, file);
        return Arrays.equals(file, bytes(vector, "file")) && Arrays.equals(opened, plain);
    }

    private static boolean blob(JsonObject vector) {
        BlobSealer sealer = new BlobSealer(keysOf(vector), text(vector, "appId"), text(vector, "persistentId"));
        BlobSealer.Sealed sealed =
                sealer.seal(bytes(vector, "plain"), text(vector, "shareable").equals("true"));
        return sealed.id().toString().equals(text(vector, "id"))
                && Arrays.equals(sealed.file(), bytes(vector, "file"))
                && Arrays.equals(sealer.open(BlobId.parse(text(vector, "id")), sealed.file()), bytes(vector, "plain"));
    }

    private static boolean other(JsonObject vector) {
        SessionKeys keys = keysOf(vector);
        String sessionId = text(vector, "sessionId");
        byte[] content = bytes(vector, "content");
        boolean right = CheckWord.of(keys, sessionId).equals(text(vector, "checkWord"));
        for (KeyedId.Purpose purpose : KeyedId.Purpose.values()) {
            right &= new KeyedId(keys, purpose, sessionId).of(content).equals(text(vector, purpose.name()));
        }
        MembershipKey membership = new MembershipKey(keys);
        byte[] signature = membership.sign(sessionId, content);
        return right
                && Arrays.equals(membership.publicKey(), bytes(vector, "publicKey"))
                && Arrays.equals(signature, bytes(vector, "signature"))
                && MembershipKey.verify(membership.publicKey(), signature, sessionId, content);
    }

    private static SessionKeys keysOf(JsonObject vector) {
        return SessionKeys.ofSecret(bytes(vector, "secret"));
    }

    private static RandomBytes fixed(byte[] all) {
        return bytes -> System.arraycopy(all, 0, bytes, 0, all.length);
    }

    private static String text(JsonObject vector, String name) {
        return vector.string(name).orElseThrow();
    }

    private static byte[] bytes(JsonObject vector, String name) {
        return Bytes.fromHex(text(vector, name));
    }
}
