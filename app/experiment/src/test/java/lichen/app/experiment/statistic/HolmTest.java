package lichen.app.experiment.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    /** R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"). */
    @Test
    void correctsAsRDoes() {
        assertThat(Holm.corrected(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    }

    @Test
    void leavesOneAloneAsItIs() {
        assertThat(Holm.corrected(new double[] {0.03})).containsExactly(0.03);
        assertThat(Holm.corrected(new double[0])).isEmpty();
    }

    @Test
    void isNeverAboveOne() {
        assertThat(Holm.corrected(new double[] {0.6, 0.7, 0.8})).containsExactly(1, 1, 1);
    }
}
