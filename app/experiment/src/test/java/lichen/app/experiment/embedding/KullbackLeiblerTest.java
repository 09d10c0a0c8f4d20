package lichen.app.experiment.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KullbackLeiblerTest {
    private static final int COUNT = 18;
    private static final double STEP = 1e-5;

    private final double[] affinities = Affinities.of(Clusters.of(3, 6, 5, 3, 1).points(), 4);
    private final KullbackLeibler divergence = new KullbackLeibler(affinities, COUNT);
    private final double[] places = places();

    @Test
    void gradientAgreesWithCentralDifferences() {
        double[] gradient = new double[places.length];
        divergence.gradient(places, 1, gradient);

        // The error of central differences: about step^2 of truncation and 1e-16 / step of rounding.
        assertThat(gradient).containsExactly(differences(divergence), within(1e-8));
    }

    @Test
    void exaggeratedGradientIsThatOfExaggeratedAffinities() {
        double[] exaggerated = new double[places.length];
        double[] plain = new double[places.length];
        double[] tripled = new double[affinities.length];
        for (int i = 0; i < tripled.length; i++) {
            tripled[i] = 3 * affinities[i];
        }
        divergence.gradient(places, 3, exaggerated);
        new KullbackLeibler(tripled, COUNT).gradient(places, 1, plain);

        assertThat(exaggerated).containsExactly(plain, within(1e-14));
    }

    @Test
    void isZeroWhereThePlaneIsAsLikelyAsTheVectors() {
        // A regular triangle: all pairs are equally likely on either side.
        double[] even = {0, 1.0 / 6, 1.0 / 6, 1.0 / 6, 0, 1.0 / 6, 1.0 / 6, 1.0 / 6, 0};
        double[] triangle = {0, 0, 2, 0, 1, Math.sqrt(3)};
        double[] gradient = new double[6];
        KullbackLeibler even3 = new KullbackLeibler(even, 3);
        even3.gradient(triangle, 1, gradient);

        assertThat(even3.at(triangle)).isCloseTo(0, within(1e-15));
        assertThat(gradient).containsOnly(new double[] {0}, within(1e-15));
    }

    @Test
    void doesNotChangeWhereThePlaneIsMovedAndTurned() {
        double[] moved = new double[places.length];
        for (int i = 0; i < places.length; i += 2) {
            moved[i] = 0.6 * places[i] - 0.8 * places[i + 1] + 5;
            moved[i + 1] = 0.8 * places[i] + 0.6 * places[i + 1] - 2;
        }

        assertThat(divergence.at(moved)).isCloseTo(divergence.at(places), within(1e-12));
    }

    private double[] differences(KullbackLeibler cost) {
        double[] differences = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            double[] shifted = places.clone();
            shifted[i] = places[i] + STEP;
            double above = cost.at(shifted);
            shifted[i] = places[i] - STEP;
            differences[i] = (above - cost.at(shifted)) / (2 * STEP);
        }
        return differences;
    }

    private static double[] places() {
        SplittableRandom random = new SplittableRandom(9);
        double[] places = new double[2 * COUNT];
        for (int i = 0; i < places.length; i++) {
            places[i] = random.nextGaussian();
        }
        return places;
    }
}
