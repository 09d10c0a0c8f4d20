package lichen.app.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EffectChartTest {
    /** A page colours curves by a class around them; without one, intervals are not drawn, and dots are black on black. */
    @Test
    void hasAColourInAPageForWhatItDraws() {
        Effect effect = new Effect("octaves", "2", "1", 0.9, 0.8, 1.1, 6, 4, 0.5, 0.5);

        assertThat(EffectChart.of(List.of(effect)).markup())
                .containsSubsequence("<g class=\"curve-0\">", "class=\"curve\"", "class=\"best\"", "</g>");
    }
}
