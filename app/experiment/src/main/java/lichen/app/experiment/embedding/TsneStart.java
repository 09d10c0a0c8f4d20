package lichen.app.experiment.embedding;

import java.util.random.RandomGenerator;

/** Where the points of t-SNE begin. */
public enum TsneStart {
    /** At their principal components: the layout keeps what it can of the whole, and hardly depends on the seed. */
    PCA {
        @Override
        double[] places(Points vectors, RandomGenerator random) {
            double[] places = PrincipalComponents.scores(vectors).toArray();
            double squares = 0;
            for (int i = 0; i < places.length; i += Embedding.PLANE) {
                squares += places[i] * places[i];
            }
            double scale = SPREAD / Math.sqrt(squares / vectors.count());
            for (int i = 0; i < places.length; i++) {
                places[i] *= scale;
            }
            return places;
        }
    },
    /** At random: normally distributed. */
    RANDOM {
        @Override
        double[] places(Points vectors, RandomGenerator random) {
            double[] places = new double[vectors.count() * Embedding.PLANE];
            for (int i = 0; i < places.length; i++) {
                places[i] = SPREAD * random.nextGaussian();
            }
            return places;
        }
    };

    /** The standard deviation: small, so that all points still feel each other. */
    private static final double SPREAD = 1e-4;

    /** {@code [n][2]} flattened; with a standard deviation of 1e-4 along the first axis. */
    abstract double[] places(Points vectors, RandomGenerator random);
}
