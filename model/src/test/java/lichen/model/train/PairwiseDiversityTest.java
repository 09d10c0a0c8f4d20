package lichen.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairwiseDiversityTest {
    private static final float[] TWO = {0.1f, 0.9f, 0.4f, 0.6f, 0.2f, 0.7f, 0.5f, 0.5f};

    @Test
    void isTheWeightForABatchOfOneImage() {
        float[] same = {0.1f, 0.9f, 0.1f, 0.9f, 0.1f, 0.9f};

        assertThat(new PairwiseDiversity(3, 0.2).add(same, new PairwiseDiversity.Group(0, 3, 3), new float[6]))
                .isCloseTo(3, within(1e-12));
    }

    @Test
    void leavesImagesAloneThatAreAsUnlikeAsIndependentOnes() {
        float[] unlike = {0, 1, 1, 0};
        float[] gradient = new float[4];

        assertThat(new PairwiseDiversity(1, 0.5).add(unlike, new PairwiseDiversity.Group(0, 2, 2), gradient))
                .isZero();
        assertThat(gradient).containsOnly(0);
    }

    @Test
    void addsTheGradientOfCentralDifferences() {
        PairwiseDiversity diversity = new PairwiseDiversity(2, 0.1);
        float[] gradient = {1, 0, 0, 0, 0, 0, 0, 0};
        diversity.add(TWO, new PairwiseDiversity.Group(0, 2, 2), gradient);
        for (int i = 0; i < TWO.length; i++) {
            float[] ahead = TWO.clone();
            float[] back = TWO.clone();
            ahead[i] += 1e-3f;
            back[i] -= 1e-3f;
            double slope = (diversity.add(ahead, new PairwiseDiversity.Group(0, 2, 2), new float[8])
                            - diversity.add(back, new PairwiseDiversity.Group(0, 2, 2), new float[8]))
                    / 2e-3;

            assertThat(gradient[i] - (i == 0 ? 1.0 : 0)).isCloseTo(slope, within(1e-3));
        }
    }

    @Test
    void asksNothingOfSingleImages() {
        assertThat(new PairwiseDiversity(1, 0.1).add(TWO, new PairwiseDiversity.Group(0, 1, 1), new float[8]))
                .isZero();
    }
}
