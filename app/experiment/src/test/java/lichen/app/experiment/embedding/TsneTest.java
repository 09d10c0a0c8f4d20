package lichen.app.experiment.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lichen.core.check.InvalidValueException;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TsneTest extends EmbeddingContract {
    private static final Clusters GROUPS = Clusters.of(4, 20, 10, 8, 3);

    @Override
    protected Embedding embedding() {
        return new Tsne(8, 24, 100, 200, 400, 0.5, 0.8, 5, TsneStart.PCA);
    }

    @Nested
    class FromARandomStart extends EmbeddingContract {
        @Override
        protected Embedding embedding() {
            return new Tsne(8, 24, 100, 200, 400, 0.5, 0.8, 5, TsneStart.RANDOM);
        }
    }

    @Test
    void lowersTheDivergence() {
        KullbackLeibler divergence = new KullbackLeibler(Affinities.of(GROUPS.points(), 10), 80);
        double start = divergence.at(TsneStart.PCA.places(GROUPS.points(), new RandomStreams(1).stream("unused")));

        double few = divergence.at(embed(withIterations(50)).toArray());
        double many = divergence.at(embed(withIterations(1000)).toArray());

        assertThat(few).isLessThan(start);
        assertThat(many).isLessThan(few);
    }

    @Test
    void endsWhereTheGradientVanishes() {
        Points places = embed(withIterations(3000));
        double[] gradient = new double[160];

        new KullbackLeibler(Affinities.of(GROUPS.points(), 10), 80).gradient(places.toArray(), 1, gradient);

        assertThat(gradient).containsOnly(new double[] {0}, within(1e-4));
    }

    @Test
    void doesNotDependOnTheOrderUntilRoundingGrows() {
        Points straight = embed(withIterations(20));
        Points back = Clusters.reversed(
                withIterations(20).embed(Clusters.reversed(GROUPS.points()), new RandomStreams(1).stream("unused")));

        assertThat(back.toArray()).containsExactly(straight.toArray(), within(1e-6));
    }

    @Test
    void flingsNoPointSoFarThatNothingBringsItBack() {
        Tsne coarse = new Tsne(8, 24, 250, 2000, 1000, 0.5, 0.8, 5, TsneStart.PCA);

        assertThat(NeighbourAccuracy.of(embed(coarse), GROUPS.groups()).share()).isEqualTo(1);
    }

    @Test
    void doesNotDependOnTheScaleOfTheVectors() {
        double[] values = GROUPS.points().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= 1.0 / 1024;
        }
        Points small = Points.of(80, 10, values);

        assertThat(Affinities.of(small, 10)).containsExactly(Affinities.of(GROUPS.points(), 10), within(1e-12));
    }

    @Test
    void refusesMoreNeighboursThanAThirdOfTheVectors() {
        assertThatThrownBy(() -> new Tsne(30, 12, 250, 200, 1000, 0.5, 0.8, 5, TsneStart.PCA).requireCount(91))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("perplexity must be less than (n - 1) / 3 = 30.0 for 91 vectors, but is 30.0; lower it, or"
                        + " map more patches");
    }

    @Test
    void saysWhatToDoWhereThePointsRunAway() {
        Tsne wild = new Tsne(10, 12, 250, 1e200, 1000, 0.5, 0.8, 1e300, TsneStart.PCA);

        assertThatThrownBy(() -> embed(wild))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageMatching(
                        "learning-rate is too large: the points ran away at iteration \\d+ with .*; try .*");
    }

    private static Tsne withIterations(int iterations) {
        return new Tsne(10, 4, Math.min(iterations, 100), 100, iterations, 0.5, 0.8, 5, TsneStart.PCA);
    }

    private static Points embed(Tsne tsne) {
        return tsne.embed(GROUPS.points(), new RandomStreams(1).stream("unused"));
    }
}
