package org.multisynq4j.teavm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.runtime.ObjectMethods;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.protocol.Message;

class LeanRecordsTest {
    @Test
    void theCompilerMakesTextsOfRecordsByTheMethodThatIsLookedFor() {
        assertThat(ObjectMethods.class.getName()).isEqualTo(LeanRecords.BOOTSTRAP);
    }

    @Test
    void whatModelsSeeKeepsItsText() {
        assertThat(LeanRecords.isNeverPrinted(ViewInfo.class.getName())).isFalse();
        assertThat(LeanRecords.isNeverPrinted("com.example.Position")).isFalse();
        assertThat(LeanRecords.isNeverPrinted(Message.class.getName())).isTrue();
    }
}
