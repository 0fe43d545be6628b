package org.multisynq4j.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.apps.chat.ChatModel;
import org.multisynq4j.apps.hello.CounterModel;
import org.multisynq4j.model.Model;
import org.multisynq4j.scan.ModelScan;

class SampleModelsTest {
    private static final List<Class<? extends Model>> ROOTS = List.of(CounterModel.class, ChatModel.class);

    @Test
    void eachModelHasItsOwnCodeHash() {
        List<String> hashes =
                ROOTS.stream().map(root -> ModelScan.of(root).codeHash()).toList();
        assertThat(hashes).doesNotHaveDuplicates().allMatch(hash -> hash.length() == 43);
    }

    @Test
    void eachModelComputesTheSameEverywhere() {
        assertThat(ROOTS)
                .allSatisfy(root -> assertThat(ModelScan.of(root).problems()).isEmpty());
    }

    @Test
    void whatAModelKeepsMayAppearInItsSnapshots() {
        assertThat(ModelScan.of(ChatModel.class).classes())
                .contains(
                        ChatModel.class.getName(),
                        ChatModel.Line.class.getName(),
                        ChatModel.Person.class.getName(),
                        ChatModel.Saved.class.getName(),
                        ChatModel.Post.class.getName());
    }
}
