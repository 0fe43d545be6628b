package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetTest {
    @Test
    void allowsTheBurstAndThenTheRate() {
        Budget budget = new Budget(10, 100, 0);
        assertThat(budget.spend(99, 0)).isTrue();
        assertThat(budget.spend(1, 0)).isTrue();
        assertThat(budget.spend(10, 1_000)).isTrue();
        assertThat(budget.spend(1, 1_000)).isFalse();
    }

    @Test
    void neverSavesUpMoreThanTheBurst() {
        Budget budget = new Budget(10, 100, 0);
        assertThat(budget.spend(100, 1e9)).isTrue();
        assertThat(budget.spend(1, 1e9)).isFalse();
    }
}
