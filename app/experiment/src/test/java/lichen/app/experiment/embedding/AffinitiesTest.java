package lichen.app.experiment.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AffinitiesTest {
    private static final Points POINTS = Clusters.of(3, 12, 6, 4, 7).points();

    @Test
    void addUpToOneAndAreSymmetric() {
        double[] joint = Affinities.of(POINTS, 5);
        double sum = 0;
        for (int i = 0; i < 36; i++) {
            assertThat(joint[i * 36 + i]).isZero();
            for (int j = 0; j < 36; j++) {
                assertThat(joint[i * 36 + j]).isEqualTo(joint[j * 36 + i]);
                sum += joint[i * 36 + j];
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void haveTheClosedFormOfARegularTriangle() {
        // All distances are equal, so each point chooses the two others alike: 1/2, whatever beta is.
        Points triangle = Points.of(3, 3, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});

        assertThat(Affinities.of(triangle, 2))
                .containsExactly(new double[] {0, 1, 1, 1, 0, 1, 1, 1, 0}, within(6.0 / 7));
        assertThat(Affinities.of(triangle, 2)[1]).isCloseTo(1.0 / 6, within(1e-12));
    }

    @Test
    void giveEachPointTheEntropyAskedFor() {
        // On a ring all points are alike, so that the joint row is the conditional one over n.
        int n = 24;
        double[] ring = new double[2 * n];
        for (int i = 0; i < n; i++) {
            ring[2 * i] = Math.cos(2 * Math.PI * i / n);
            ring[2 * i + 1] = Math.sin(2 * Math.PI * i / n);
        }
        double[] joint = Affinities.of(Points.of(n, 2, ring), 6);
        double entropy = 0;
        for (int j = 1; j < n; j++) {
            entropy -= n * joint[j] * Math.log(n * joint[j]);
        }

        assertThat(Math.exp(entropy)).isCloseTo(6, within(1e-6));
    }

    @Test
    void areSharedWhereMorePointsCoincideThanAskedFor() {
        Points points = Points.of(6, 1, new double[] {0, 0, 0, 0, 0, 1});

        double[] joint = Affinities.of(points, 1.5);

        assertThat(joint).doesNotContain(Double.NaN);
        assertThat(joint[1]).isCloseTo(2 * 0.25 / 12, within(1e-12));
    }
}
