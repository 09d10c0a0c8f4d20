package lichen.app.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RanksTest {
    @Test
    void areMeanPlacesThatEqualsShare() {
        Ranks ranks = Ranks.of(
                List.of("a", "b", "c"),
                List.of(new double[] {1, 2, 3}, new double[] {5, 5, 1}, new double[] {0, 0, 0}));
        assertThat(ranks.orders()).isEqualTo(3);
        assertThat(ranks.places())
                .containsExactly(
                        new Ranks.Place("a", (1 + 2.5 + 2) / 3, 2),
                        new Ranks.Place("b", (2 + 2.5 + 2) / 3, 1),
                        new Ranks.Place("c", (3 + 1 + 2) / 3.0, 2));
    }
}
