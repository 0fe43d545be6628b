package org.multisynq4j.identity;

import java.util.Optional;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.text.Bytes;

/**
 * The ids of sessions and participants.
 *
 * <p>Two participants meet if their session ids are equal: same app, same name, same options, same code. Saved data is found by the persistent id, which leaves
 * code and options out. Both are those of the original protocol, except that the code hash comes from class files.
 */
public final class Identity {
    /** Longest app id, in characters. */
    public static final int MAX_APP_ID_CHARS = 128;

    /** Longest session name, in UTF-16 code units. */
    public static final int MAX_NAME_CHARS = 128;

    /** Characters of a session id, persistent id or code hash. */
    public static final int ID_CHARS = Sha256.TEXT_LENGTH;

    /** Characters of a view id. */
    public static final int VIEW_ID_CHARS = 10;

    /** Random bytes a view id is made of. */
    public static final int VIEW_ID_RANDOM_BYTES = 2 * VIEW_ID_CHARS;

    /** What the original protocol puts here when no server of its vendor assigned a developer. */
    private static final String DEVELOPER_ID = "unknown_dev_id";

    private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    private Identity() {}

    /** What is wrong with an app id and how it should be, or empty. */
    public static Optional<String> appIdProblem(String appId) {
        if (appId.length() <= MAX_APP_ID_CHARS && isAppId(appId)) {
            return Optional.empty();
        }
        return Optional.of("app id \"" + appId
                + "\": write words of letters, digits, _ and inner -, separated by dots and starting with a letter, at most "
                + MAX_APP_ID_CHARS + " characters, such as com.example.chat");
    }

    /** What is wrong with a session name and how it should be, or empty. */
    public static Optional<String> nameProblem(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
            return Optional.of(
                    "a session name has 1 to " + MAX_NAME_CHARS + " characters, this one has " + name.length());
        }
        try {
            Bytes.utf8(name);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("session name: " + e.getMessage());
        }
    }

    /**
     * The id under which data is saved for later versions of the code: 43 characters of base64url.
     *
     * @param persistentOptions those options that separate saved data
     * @throws IllegalArgumentException if {@code appId} or {@code name} is not acceptable
     */
    public static String persistentId(String appId, String name, JsonObject persistentOptions) {
        refuse(appIdProblem(appId));
        refuse(nameProblem(name));
        return Sha256.base64Url(appId + "/" + name + Json.writeStable(persistentOptions));
    }

    /**
     * The id of the session: 43 characters of base64url.
     *
     * @param options the options that are not persistent ones
     * @param codeHash what the scan computed
     * @throws IllegalArgumentException if {@code persistentId} or {@code codeHash} is not a hash
     */
    public static String sessionId(String persistentId, JsonObject options, String codeHash) {
        refuse(hashProblem("persistent id", persistentId));
        refuse(hashProblem("code hash", codeHash));
        return Sha256.base64Url(persistentId + "|" + DEVELOPER_ID + Json.writeStable(options) + codeHash);
    }

    /**
     * A participant's id: {@value #VIEW_ID_CHARS} characters of 0–9 and a–z, about 52 random bits.
     *
     * @param random {@value #VIEW_ID_RANDOM_BYTES} random bytes
     */
    public static String viewId(byte[] random) {
        if (random.length != VIEW_ID_RANDOM_BYTES) {
            throw new IllegalArgumentException(
                    "a view id needs " + VIEW_ID_RANDOM_BYTES + " random bytes, not " + random.length);
        }
        StringBuilder id = new StringBuilder(VIEW_ID_CHARS);
        for (int i = 0; i < random.length; i += 2) {
            // Two bytes a character keep the most and the least likely one within 0.06 % of each other.
            id.append(BASE36.charAt(((random[i] & 255) << 8 | random[i + 1] & 255) % BASE36.length()));
        }
        return id.toString();
    }

    private static boolean isAppId(String appId) {
        if (appId.isEmpty() || !isLetter(appId.charAt(0))) {
            return false;
        }
        char before = '.';
        for (int i = 0; i <= appId.length(); i++) {
            char c = i < appId.length() ? appId.charAt(i) : '.';
            boolean endOfWord = c == '.';
            if (endOfWord ? before == '.' || before == '-' : c == '-' ? before == '.' : !isWordCharacter(c)) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isWordCharacter(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '_';
    }

    private static Optional<String> hashProblem(String what, String hash) {
        try {
            if (Bytes.fromBase64Url(hash).length == Sha256.LENGTH) {
                return Optional.empty();
            }
        } catch (IllegalArgumentException e) {
            // Reported below, like a wrong length.
        }
        return Optional.of(what + " \"" + hash + "\" is not a SHA-256 in " + ID_CHARS + " characters of base64url");
    }

    private static void refuse(Optional<String> problem) {
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
    }
}
