package lichen.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lichen.core.check.InvalidValueException;
import org.junit.jupiter.api.Test;

final class StopRuleTest {
    @Test
    void refusesKeysOutOfRange() {
        assertThatThrownBy(() -> StopRule.afterEvaluations(0))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("evaluations must be at least 1, but is 0");
        assertThatThrownBy(() -> new StopRule(1, 1, 10, 0)).hasMessageStartingWith("tolerance must be");
        assertThatThrownBy(() -> new StopRule(1, 0, 0, 0)).hasMessageStartingWith("window must be");
        assertThatThrownBy(() -> new StopRule(1, 0, 1, -1)).hasMessageStartingWith("seconds must not be");
    }

    @Test
    void seesAPlateauOnlyOverAWholeWindow() {
        Plateau plateau = new Plateau(new StopRule(100, 0.1, 2, 0), new double[0]);
        plateau.add(10);
        plateau.add(9.9);
        assertThat(plateau.isReached()).isFalse();
        plateau.add(8.9);
        assertThat(plateau.isReached()).as("11 % in two iterations").isFalse();
        plateau.add(8.95);
        assertThat(plateau.isReached()).as("9.6 % in two iterations").isTrue();
    }

    @Test
    void goesOnWatchingAPlateau() {
        StopRule stop = new StopRule(100, 0.1, 2, 0);
        Plateau plateau = new Plateau(stop, new double[] {10, 9.9});
        plateau.add(9.8);

        assertThat(plateau.isReached()).isTrue();
        assertThat(plateau.recent()).containsExactly(10, 9.9, 9.8);
    }

    @Test
    void neverSeesAPlateauWithoutATolerance() {
        Plateau plateau = new Plateau(StopRule.afterEvaluations(100), new double[0]);
        for (int i = 0; i < 20; i++) {
            plateau.add(1);
        }

        assertThat(plateau.isReached()).isFalse();
    }
}
