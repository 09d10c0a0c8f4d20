package lichen.synthesis.diffusion;

import lichen.core.image.Image;
import lichen.core.tensor.HostWork;

/**
 * What patches of noise and image stand for: the mean of all patches y of the photograph, each with the weight
 * exp(-(|x - a y|² - b) / 2 s²), where the {@linkplain Balance balance} b of each y is such that all are used alike. All are
 * looked at: for small photographs.
 */
final class PosteriorMean {
    /** Below it the weights are those of the nearest patch alone, and the exponents too large. */
    private static final double LEAST_NOISE = 0.02;

    private static final double FAINT = 1e-4;

    private final Queries queries;
    private final Exemplar exemplar;
    private final float[] photograph;
    private final double temperature;

    PosteriorMean(Queries queries, Exemplar exemplar, float[] photograph, double noise) {
        this.queries = queries;
        this.exemplar = exemplar;
        this.photograph = photograph;
        temperature = 2 * Math.max(LEAST_NOISE, noise) * Math.max(LEAST_NOISE, noise);
    }

    /** Lays the means of all patches, and sets the places that weigh most in them: for each region by itself. */
    void lay(Fold fold, PatchField field) {
        for (int region : queries.regions()) {
            lay(fold, field, queries.ofRegion(region), exemplar.places(region));
        }
    }

    private void lay(Fold fold, PatchField field, int[] asked, int[] places) {
        float[][] distances = new float[asked.length][];
        HostWork.of(asked.length).run((worker, i) -> distances[i] = distances(asked[i], places));
        Balance balance = Balance.of(distances, temperature);
        float[][] means = new float[asked.length][];
        HostWork.of(asked.length).run((worker, i) -> {
            double[] weights = balance.weights(distances[i]);
            int heaviest = heaviest(weights);
            field.set(asked[i], places[heaviest], distances[i][heaviest]);
            means[i] = mean(weights, places);
        });
        QueryGrid grid = queries.grid();
        for (int i = 0; i < asked.length; i++) {
            fold.lay(grid.x(asked[i]), grid.y(asked[i]), means[i], exemplar.patch(), 0);
        }
    }

    private float[] distances(int query, int[] places) {
        float[] distances = new float[places.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = queries.distance(query, photograph, exemplar.width(), places[i], Float.MAX_VALUE);
        }
        return distances;
    }

    private static int heaviest(double[] weights) {
        int heaviest = 0;
        for (int i = 1; i < weights.length; i++) {
            heaviest = weights[i] > weights[heaviest] ? i : heaviest;
        }
        return heaviest;
    }

    private float[] mean(double[] weights, int[] places) {
        int length = exemplar.patch() * Image.CHANNELS;
        float[] mean = new float[exemplar.patch() * length];
        float[] values = exemplar.values();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] >= FAINT) {
                float weight = (float) weights[i];
                for (int row = 0; row < exemplar.patch(); row++) {
                    int from = (places[i] + row * exemplar.width()) * Image.CHANNELS;
                    for (int k = 0; k < length; k++) {
                        mean[row * length + k] += weight * values[from + k];
                    }
                }
            }
        }
        return mean;
    }
}
