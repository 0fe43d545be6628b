package org.multisynq4j.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.multisynq4j.json.JsonObject;

class IdentityTest {
    private static final String CODE = "7hZPlPunp1OusCrRTfTQbxB6cSmSUipuNb0XiVqALRE";
    private static final String ROOM1 = "ML_cMe3tLz5uwcq8pMOPS5PzQuUkD5sGFO8WUDARBk8";

    @Test
    void agreesWithTheOriginalClient() {
        assertThat(Identity.persistentId("com.example.wire", "room1", JsonObject.EMPTY))
                .isEqualTo(ROOM1);
        assertThat(Identity.persistentId("com.example.wire", "room2", JsonObject.EMPTY))
                .isEqualTo("hMhXVVuWVt-4SSJf1Gx2Imy0lOjjP9xrolQf2H2nBqc");
        assertThat(Identity.sessionId(ROOM1, JsonObject.EMPTY, CODE))
                .isEqualTo("9jfvsfCzEEH0gS9F7rxG8TvcwIODJVql3d920KCN-Xk");
        assertThat(Sha256.base64Url("{\"a\":[1,2],\"n\":3,\"z\":1}"))
                .isEqualTo("aBIkoPyiHVlQw4t9S9FWSWLO1cHxldLjCZcdNlmN3hQ");
    }

    @Test
    void everythingThatMattersChangesTheSessionId() {
        JsonObject eight = JsonObject.builder().put("size", 8).build();
        Set<String> ids = new TreeSet<>();
        ids.add(Identity.sessionId(ROOM1, JsonObject.EMPTY, CODE));
        ids.add(Identity.sessionId(ROOM1, eight, CODE));
        ids.add(Identity.sessionId(ROOM1, JsonObject.EMPTY, ROOM1));
        ids.add(Identity.sessionId(Identity.persistentId("com.example.wire", "room1", eight), JsonObject.EMPTY, CODE));
        assertThat(ids).hasSize(4).allSatisfy(id -> assertThat(id).hasSize(Identity.ID_CHARS));
    }

    @Test
    void theOrderOfOptionsDoesNotMatter() {
        JsonObject ab = JsonObject.builder().put("a", 1).put("b", "x").build();
        JsonObject ba = JsonObject.builder().put("b", "x").put("a", 1).build();
        assertThat(Identity.sessionId(ROOM1, ab, CODE)).isEqualTo(Identity.sessionId(ROOM1, ba, CODE));
        assertThat(Identity.persistentId("a", "b", ab)).isEqualTo(Identity.persistentId("a", "b", ba));
    }

    @Test
    void acceptsAppIdsOfOneOrMoreWords() {
        for (String good :
                new String[] {"myapp", "com.example.chat", "a", "A.b_c.d-e", "io.3d.x", "a--b", "a_", "x".repeat(128)
                }) {
            assertThat(Identity.appIdProblem(good)).as(good).isEmpty();
        }
        for (String bad : new String[] {
            "",
            ".",
            "a.",
            ".a",
            "a..b",
            "-a",
            "a-",
            "a-.b",
            "a.-b",
            "3d",
            "_a",
            "a b",
            "a/b",
            "\u00e4",
            "a\n",
            "x".repeat(129)
        }) {
            assertThat(Identity.appIdProblem(bad)).as(bad).isPresent();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Identity.persistentId(bad, "n", JsonObject.EMPTY))
                    .withMessageContaining("com.example.chat");
        }
    }

    @Test
    void acceptsNamesUpToTheirLimit() {
        for (String good :
                new String[] {"x", "my room / 7", "\u00fcber \ud83d\ude00", "x".repeat(Identity.MAX_NAME_CHARS)}) {
            assertThat(Identity.nameProblem(good)).as(good).isEmpty();
        }
        for (String bad : new String[] {"", "x".repeat(Identity.MAX_NAME_CHARS + 1), "\ud83d"}) {
            assertThat(Identity.nameProblem(bad)).as(bad).isPresent();
            assertThatIllegalArgumentException().isThrownBy(() -> Identity.persistentId("a", bad, JsonObject.EMPTY));
        }
    }

    @Test
    void refusesWhatIsNoHash() {
        for (String bad : new String[] {"", "abc", ROOM1 + "A", ROOM1.substring(1), ROOM1.replace('_', '/')}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Identity.sessionId(bad, JsonObject.EMPTY, CODE));
            assertThatIllegalArgumentException().isThrownBy(() -> Identity.sessionId(ROOM1, JsonObject.EMPTY, bad));
        }
    }

    @Test
    void makesViewIdsOfAllDigitsAndLetters() {
        Set<Character> seen = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[Identity.VIEW_ID_RANDOM_BYTES];
            random.nextBytes(bytes);
            String id = Identity.viewId(bytes);
            assertThat(id).matches("[0-9a-z]{10}");
            ids.add(id);
            id.chars().forEach(c -> seen.add((char) c));
        }
        assertThat(ids).hasSize(1_000);
        assertThat(seen).hasSize(36);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identity.viewId(new byte[Identity.VIEW_ID_RANDOM_BYTES - 1]));
    }
}
