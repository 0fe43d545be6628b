package org.multisynq4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.multisynq4j.crypto.TestKeys.OTHER_SESSION;
import static org.multisynq4j.crypto.TestKeys.SESSION;

import org.junit.jupiter.api.Test;
import org.multisynq4j.text.Bytes;

/** View data, votes, check words and keyed ids. */
class SmallEnvelopesTest {
    private final SessionKeys keys = TestKeys.keys(1);
    private final ViewDataSealer viewData = new ViewDataSealer(keys, SESSION);
    private final byte[] plain = {'"', 'b', 'o', 'b', '"'};

    @Test
    void opensViewDataOnlyForItsSessionAndParticipant() {
        String text = viewData.seal("bob", plain, TestKeys.random(3));
        assertThat(viewData.open("bob", text)).isEqualTo(plain);
        assertThat(viewData.seal("bob", plain, TestKeys.random(4))).isNotEqualTo(text);
        assertRefused(() -> viewData.open("eve", text));
        assertRefused(() -> viewData.open("", text));
        assertRefused(() -> new ViewDataSealer(keys, OTHER_SESSION).open("bob", text));
        assertRefused(() -> new ViewDataSealer(TestKeys.keys(2), SESSION).open("bob", text));
    }

    @Test
    void refusesViewDataWithAnyCharacterChangedOrCutOff() {
        String text = viewData.seal("bob", plain, TestKeys.random(3));
        for (int i = 0; i < text.length(); i++) {
            String cut = text.substring(0, i);
            assertRefused(() -> viewData.open("bob", cut));
            String altered = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertRefused(() -> viewData.open("bob", altered));
        }
        assertRefused(() -> viewData.open("bob", text + "AAAA"));
    }

    @Test
    void limitsViewData() {
        byte[] largest = new byte[CryptoLimits.MAX_TEXT_PLAIN_BYTES];
        assertThat(viewData.open("v", viewData.seal("v", largest, TestKeys.random(1))))
                .isEqualTo(largest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> viewData.seal("v", new byte[largest.length + 1], TestKeys.random(1)));
        assertRefused(() -> viewData.open("v", "v1." + "A".repeat(3 << 20)));
    }

    @Test
    void opensAVoteOnlyForItsSessionAndQuestion() {
        VoteSealer votes = new VoteSealer(keys, SESSION);
        String text = votes.seal("snapshot@4576", plain, TestKeys.random(3));
        assertThat(votes.open("snapshot@4576", text)).isEqualTo(plain);
        assertThat(votes.seal("snapshot@4576", plain, TestKeys.random(4))).isNotEqualTo(text);
        assertRefused(() -> votes.open("snapshot@4577", text));
        assertRefused(() -> votes.open("persist@4576", text));
        assertRefused(() -> votes.open("", text));
        assertRefused(() -> new VoteSealer(keys, OTHER_SESSION).open("snapshot@4576", text));
        assertRefused(() -> new VoteSealer(TestKeys.keys(2), SESSION).open("snapshot@4576", text));
        assertRefused(() -> viewData.open("snapshot@4576", "v1." + text.substring(3)));
        assertRefused(() -> votes.open(
                "bob", "b1." + viewData.seal("bob", plain, TestKeys.random(3)).substring(3)));
    }

    @Test
    void refusesAVoteWithAnyCharacterChangedOrCutOff() {
        VoteSealer votes = new VoteSealer(keys, SESSION);
        String text = votes.seal("persist@1", plain, TestKeys.random(3));
        for (int i = 0; i < text.length(); i++) {
            String cut = text.substring(0, i);
            assertRefused(() -> votes.open("persist@1", cut));
            String altered = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertRefused(() -> votes.open("persist@1", altered));
        }
        assertRefused(() -> votes.open("persist@1", text + "AAAA"));
    }

    @Test
    void theCheckWordTellsTheRightPasswordFromEveryOther() {
        String word = CheckWord.of(keys, SESSION);
        CheckWord.verify(keys, SESSION, word);
        assertThat(CheckWord.of(TestKeys.keys(1), SESSION)).isEqualTo(word);
        assertThatExceptionOfType(WrongPasswordException.class)
                .isThrownBy(() -> CheckWord.verify(TestKeys.keys(2), SESSION, word))
                .withMessageContaining("wrong password");
        assertThatExceptionOfType(WrongPasswordException.class)
                .isThrownBy(() -> CheckWord.verify(keys, OTHER_SESSION, word));
        assertThatExceptionOfType(WrongPasswordException.class)
                .isThrownBy(() -> CheckWord.verify(keys, SESSION, word.substring(0, 3) + "AAAA"));
    }

    @Test
    void aCheckWordOfTheOriginalProtocolIsNotCalledAWrongPassword() {
        for (String foreign :
                new String[] {"tQ4XKHBV3w3KomJCwypd1Q==I4T12M6J", "", "k1", "k2.AAAA", "k1.!", "k1." + "A".repeat(300)
                }) {
            assertThatExceptionOfType(CryptoException.class)
                    .isThrownBy(() -> CheckWord.verify(keys, SESSION, foreign))
                    .isNotInstanceOf(WrongPasswordException.class);
        }
    }

    @Test
    void keyedIdsAreEqualOnlyForEqualContentPurposeScopeAndKey() {
        KeyedId ids = new KeyedId(keys, KeyedId.Purpose.CHUNK, SESSION);
        String id = ids.of(plain);
        assertThat(id)
                .hasSize(KeyedId.CHARS)
                .isEqualTo(new KeyedId(TestKeys.keys(1), KeyedId.Purpose.CHUNK, SESSION).of(plain));
        assertThat(Bytes.fromBase64Url(id)).hasSize(32);
        assertThat(ids.of(new byte[0])).isNotEqualTo(id);
        assertThat(new KeyedId(keys, KeyedId.Purpose.VOTE, SESSION).of(plain)).isNotEqualTo(id);
        assertThat(new KeyedId(keys, KeyedId.Purpose.CHUNK, OTHER_SESSION).of(plain))
                .isNotEqualTo(id);
        assertThat(new KeyedId(TestKeys.keys(2), KeyedId.Purpose.CHUNK, SESSION).of(plain))
                .isNotEqualTo(id);
    }

    private static void assertRefused(Runnable action) {
        assertThatExceptionOfType(CryptoException.class).isThrownBy(action::run);
    }
}
