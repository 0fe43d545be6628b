package org.multisynq4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CloseReasonDocumentationTest {
    @Test
    void everyCloseReasonIsExplained() throws IOException {
        String errors = Files.readString(Path.of("../../docs/errors.md"));
        for (CloseReason reason : CloseReason.values()) {
            assertThat(errors).contains("| " + reason.code() + " | " + reason + " | ");
        }
    }

    @Test
    void everyExtensionIsExplained() throws IOException {
        String protocol = Files.readString(Path.of("../../docs/protocol.md"));
        for (Extension extension : Extension.values()) {
            assertThat(protocol).contains("| `" + extension.wireName() + "` | ");
        }
    }
}
