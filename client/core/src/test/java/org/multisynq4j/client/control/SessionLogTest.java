package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionLogTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0B",
        "1023, 1023B",
        "1024, 1.0KB",
        "1229, 1.2KB",
        "2355, 2.3KB",
        "1048524, 1023.9KB",
        "1048525, 1.0MB",
        "1048576, 1.0MB",
        "1572864, 1.5MB",
        "16777216, 16.0MB"
    })
    void sizesAreWrittenAsTheConsoleLinesOfTheSeedHaveThem(long bytes, String text) {
        assertThat(SessionLog.size(bytes)).isEqualTo(text);
    }
}
