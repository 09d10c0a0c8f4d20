package lichen.app.experiment.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class PcaTest extends EmbeddingContract {
    @Override
    protected Embedding embedding() {
        return new Pca();
    }

    @Override
    protected double toleranceOfOrder() {
        return 1e-10;
    }

    @Test
    void findsTheAxesOfAnEllipse() {
        // (+-3, 0) and (0, +-1), turned by the angle with tangent 4/3 and moved.
        Points points = Points.of(4, 2, new double[] {6.8, 7.4, 3.2, 2.6, 4.2, 5.6, 5.8, 4.4});

        assertThat(embed(points).toArray()).containsExactly(new double[] {3, 0, -3, 0, 0, -1, 0, 1}, within(1e-12));
    }

    @Test
    void givesTheSameByPointsAsByDimensions() {
        // Coordinates that are all zero turn the decomposition of [d,d] into that of [n,n], and change nothing else.
        SplittableRandom random = new SplittableRandom(5);
        double[] narrow = new double[8 * 5];
        double[] wide = new double[8 * 20];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = random.nextGaussian();
            wide[i / 5 * 20 + i % 5] = narrow[i];
        }

        assertThat(embed(Points.of(8, 20, wide)).toArray())
                .containsExactly(embed(Points.of(8, 5, narrow)).toArray(), within(1e-10));
    }

    @Test
    void laysPointsOfALineOnALine() {
        Points line = Points.of(3, 1, new double[] {1, 2, 6});

        assertThat(embed(line).toArray()).containsExactly(new double[] {-2, 0, -1, 0, 3, 0}, within(1e-12));
    }

    private static Points embed(Points points) {
        return new Pca().embed(points, new RandomStreams(1).stream("unused"));
    }
}
