package org.multisynq4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.multisynq4j.crypto.BlobSealer.Sealed;
import org.multisynq4j.identity.Identity;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.json.JsonObject;

class BlobSealerTest {
    private static final String APP = "com.example.album";
    private static final String ROOM = Identity.persistentId(APP, "room", JsonObject.EMPTY);
    private static final String OTHER_ROOM = Identity.persistentId(APP, "other", JsonObject.EMPTY);

    private final byte[] picture = {1, 2, 3, 4, 5};
    private final BlobSealer room = new BlobSealer(TestKeys.keys(1), APP, ROOM);
    private final BlobSealer otherPassword = new BlobSealer(TestKeys.keys(2), APP, ROOM);
    private final BlobSealer otherRoom = new BlobSealer(TestKeys.keys(3), "com.example.other", OTHER_ROOM);

    @Test
    void equalDataIsOneFileWithOneNameWhoeverSealsIt() {
        for (boolean shareable : new boolean[] {false, true}) {
            Sealed sealed = room.seal(picture, shareable);
            Sealed again = new BlobSealer(TestKeys.keys(1), APP, ROOM).seal(picture.clone(), shareable);
            assertThat(again.file()).isEqualTo(sealed.file());
            assertThat(again.id()).hasToString(sealed.id().toString());
            assertThat(sealed.file()).hasSize(picture.length + BlobSealer.ADDED_BYTES);
        }
        assertThat(room.seal(picture, true).file())
                .isNotEqualTo(room.seal(picture, false).file());
    }

    @Test
    void namesAndFilesOfOtherPasswordsAndRoomsTellNothing() {
        for (boolean shareable : new boolean[] {false, true}) {
            String name = room.seal(picture, shareable).id().fileName();
            assertThat(otherPassword.seal(picture, shareable).id().fileName()).isNotEqualTo(name);
            assertThat(new BlobSealer(TestKeys.keys(1), APP, OTHER_ROOM)
                            .seal(picture, shareable)
                            .id()
                            .fileName())
                    .isNotEqualTo(name);
        }
    }

    @Test
    void dataOfTheSessionIsOpenedWithItsPasswordAlone() {
        Sealed sealed = room.seal(picture, false);
        assertThat(room.open(sealed.id(), sealed.file())).isEqualTo(picture);
        assertRefused(() -> otherPassword.open(sealed.id(), sealed.file()));
        assertRefused(() -> otherRoom.open(sealed.id(), sealed.file()));
        assertRefused(() -> new BlobSealer(TestKeys.keys(1), APP, OTHER_ROOM).open(sealed.id(), sealed.file()));
    }

    @Test
    void shareableDataIsOpenedByWhoeverHasItsHandle() {
        Sealed sealed = room.seal(picture, true);
        BlobId handle = BlobId.parse(sealed.id().toString());
        assertThat(otherRoom.open(handle, sealed.file())).isEqualTo(picture);
        assertThat(handle.appId()).contains(APP);
        assertThat(handle.persistentId()).contains(ROOM);
    }

    @Test
    void theKeyOfOnePieceOpensNoOther() {
        byte[] file = room.seal(new byte[] {9}, true).file();
        BlobId otherHash = BlobId.ofShareable(
                Sha256.of(file), 1, room.seal(picture, true).id().secret(), APP, ROOM);
        assertRefused(() -> otherRoom.open(otherHash, file));
    }

    @Test
    void refusesAFileWithAnyBitChangedCutOffOrReplaced() {
        for (boolean shareable : new boolean[] {false, true}) {
            Sealed sealed = room.seal(picture, shareable);
            for (int i = 0; i < sealed.file().length; i++) {
                byte[] altered = sealed.file().clone();
                altered[i] ^= 1;
                assertRefused(() -> room.open(sealed.id(), altered));
                byte[] cut = Arrays.copyOf(sealed.file(), i);
                assertRefused(() -> room.open(sealed.id(), cut));
            }
            assertRefused(() -> room.open(
                    sealed.id(),
                    room.seal(new byte[] {5, 4, 3, 2, 1}, shareable).file()));
            assertRefused(
                    () -> room.open(sealed.id(), room.seal(picture, !shareable).file()));
        }
    }

    @Test
    void aHandleThatLiesAboutTheSizeIsRefused() {
        Sealed sealed = room.seal(picture, false);
        BlobId lie = BlobId.ofPrivate(Sha256.of(sealed.file()), 4);
        assertRefused(() -> room.open(lie, sealed.file()));
    }

    @Test
    void theLargestDataIsSealedAndOneByteMoreIsNot() {
        byte[] largest = new byte[BlobId.MAX_BYTES];
        Sealed sealed = room.seal(largest, false);
        assertThat(room.open(sealed.id(), sealed.file())).isEqualTo(largest);
        assertThat(BlobId.parse(sealed.id().toString()).size()).isEqualTo(BlobId.MAX_BYTES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> room.seal(new byte[BlobId.MAX_BYTES + 1], false))
                .withMessageContaining("at most 16777216 bytes are stored at once, not 16777217");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlobId.parse(
                        BlobId.ofPrivate(new byte[32], BlobId.MAX_BYTES + 1).toString()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BlobId.parse(BlobId.ofPrivate(new byte[32], -1).toString()));
    }

    @Test
    void everyIdHasOneTextAndNothingElseIsOne() {
        for (boolean shareable : new boolean[] {false, true}) {
            String text = room.seal(picture, shareable).id().toString();
            assertThat(BlobId.parse(text)).hasToString(text);
            for (int i = 0; i < text.length(); i++) {
                String cut = text.substring(0, i);
                boolean shorterApp = shareable && i > text.length() - 24;
                if (!shorterApp) {
                    assertNoId(cut);
                }
            }
            assertNoId(text + "A".repeat(400));
            assertNoId(" " + text);
        }
        assertNoId("d2." + room.seal(picture, false).id().toString().substring(3));
        for (String app : new String[] {"..", "a/b", "a..b", "", "a".repeat(Identity.MAX_APP_ID_CHARS + 1), "ä"}) {
            assertNoId(
                    BlobId.ofShareable(new byte[32], 1, new byte[32], app, ROOM).toString());
        }
        String longest = "a".repeat(Identity.MAX_APP_ID_CHARS);
        assertThat(BlobId.parse(BlobId.ofShareable(new byte[32], 1, new byte[32], longest, ROOM)
                                .toString())
                        .appId())
                .contains(longest);
    }

    private static void assertNoId(String text) {
        assertThatIllegalArgumentException().as(text).isThrownBy(() -> BlobId.parse(text));
    }

    private static void assertRefused(Runnable action) {
        assertThatExceptionOfType(CryptoException.class).isThrownBy(action::run);
    }
}
