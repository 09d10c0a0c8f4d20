package lichen.app.experiment.embedding;

import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * Uniform manifold approximation and projection: draws a graph of nearest neighbours in the plane, its edges as springs, and
 * pushes random other pairs apart. Keeps more of the whole than t-SNE.
 *
 * <p>Cost: n^2 d multiply-adds for the neighbours, then n neighbours negative-samples epochs steps; the vectors are rounded to
 * 32 bits. The result depends on the order of the vectors.
 *
 * <p>Source: McInnes, Healy and Melville, UMAP: uniform manifold approximation and projection for dimension reduction, 2018.
 *
 * @param neighbours how many nearest vectors, itself included, each is tied to
 * @param minimumDistance how close together points may be laid
 * @param spread the scale of the layout, relative to which the minimum distance counts
 * @param epochs how often each edge is drawn, at most
 * @param learningRate the length of the first steps
 * @param negativeSamples how many others a point is pushed from for each neighbour it is pulled to
 */
@Summary("keeps neighbours together, and more of the whole than t-sne")
public record Umap(
        @Default("15") @Summary("nearest vectors that each is tied to, itself included")
        int neighbours,

        @Default("0.1") @Summary("how close together points may lie, relative to spread")
        double minimumDistance,

        @Default("1") @Summary("scale of the layout") double spread,

        @Default("500") @Summary("passes over the graph of neighbours")
        int epochs,

        @Default("1") @Summary("length of the first steps") double learningRate,

        @Default("5") @Summary("points that each is pushed from, for one that it is pulled to")
        int negativeSamples)
        implements Embedding {
    /** Checks the ranges. */
    public Umap {
        Require.atLeast(2, "neighbours", neighbours);
        Require.positive("spread", spread);
        Require.within(0, spread, "minimumDistance", minimumDistance);
        Require.atLeast(1, "epochs", epochs);
        Require.positive("learningRate", learningRate);
        Require.atLeast(1, "negativeSamples", negativeSamples);
    }

    @Override
    public Points embed(Points vectors, RandomGenerator random) {
        requireCount(vectors.count());
        vectors.requireDifferent();
        float[][] places = new tagbio.umap.Umap()
                .setNumberComponents(PLANE)
                .setNumberNearestNeighbours(neighbours)
                .setMinDist((float) minimumDistance)
                .setSpread((float) spread)
                .setNumberEpochs(epochs)
                .setLearningRate((float) learningRate)
                .setNegativeSampleRate(negativeSamples)
                // With more, threads race for the same random numbers.
                .setThreads(1)
                .setSeed(random.nextLong())
                .fitTransform(rows(vectors));
        double[] flat = new double[vectors.count() * PLANE];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = places[i / PLANE][i % PLANE];
        }
        return Points.of(vectors.count(), PLANE, flat);
    }

    @Override
    public void requireCount(int count) {
        Embedding.super.requireCount(count);
        Require.that(
                neighbours < count,
                "neighbours",
                "must be less than the " + count + " vectors, but is " + neighbours
                        + "; lower it, or map more patches");
    }

    private static float[][] rows(Points vectors) {
        float[][] rows = new float[vectors.count()][vectors.dimension()];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < rows[i].length; k++) {
                rows[i][k] = (float) vectors.at(i, k);
            }
        }
        return rows;
    }
}
