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

    /** Lays the means of all patches, and sets the places that weigh most in them. */
    void lay(Fold fold, PatchField field) {
        QueryGrid grid = queries.grid();
        float[][] distances = new float[grid.count()][];
        HostWork.of(grid.count()).run((worker, query) -> distances[query] = distances(query));
        Balance balance = Balance.of(distances, temperature);
        float[][] means = new float[grid.count()][];
        HostWork.of(grid.count()).run((worker, query) -> {
            double[] weights = balance.weights(distances[query]);
            int heaviest = heaviest(weights);
            field.set(query, place(heaviest), distances[query][heaviest]);
            means[query] = mean(weights);
        });
        for (int query = 0; query < means.length; query++) {
            fold.lay(grid.x(query), grid.y(query), means[query], exemplar.patch(), 0);
        }
    }

    private float[] distances(int query) {
        float[] distances = new float[exemplar.planes() * exemplar.places()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = queries.distance(query, photograph, exemplar.width(), place(i), Float.MAX_VALUE);
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

    private float[] mean(double[] weights) {
        int length = exemplar.patch() * Image.CHANNELS;
        float[] mean = new float[exemplar.patch() * length];
        float[] values = exemplar.values();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] >= FAINT) {
                float weight = (float) weights[i];
                for (int row = 0; row < exemplar.patch(); row++) {
                    int from = (place(i) + row * exemplar.width()) * Image.CHANNELS;
                    for (int k = 0; k < length; k++) {
                        mean[row * length + k] += weight * values[from + k];
                    }
                }
            }
        }
        return mean;
    }

    private int place(int index) {
        int across = exemplar.lastColumn() + 1;
        int inPlane = index % exemplar.places();
        return exemplar.place(index / exemplar.places(), inPlane % across, inPlane / across);
    }
}
