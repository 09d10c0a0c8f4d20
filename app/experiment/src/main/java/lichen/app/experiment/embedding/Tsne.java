package lichen.app.experiment.embedding;

import java.util.Locale;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * t-distributed stochastic neighbour embedding, exact: minimises the divergence of {@link KullbackLeibler} by gradient
 * descent with momentum and a gain for each coordinate. Close neighbours stay close; the distances between groups, and their
 * sizes, mean nothing.
 *
 * <p>Cost: n^2 divisions an iteration; memory: n^2 numbers. 2,000 points take about half a minute.
 *
 * <p>Source: van der Maaten and Hinton, Visualizing data using t-SNE, 2008; the start at principal components as in Kobak
 * and Berens, The art of using t-SNE for single-cell transcriptomics, 2019; the longest step as in Poličar, Stražar and Zupan,
 * openTSNE: a modular Python library for t-SNE dimensionality reduction and embedding, 2019.
 *
 * @param perplexity how many neighbours a point has, about
 * @param exaggeration what the affinities are multiplied by at first, so that groups gather
 * @param exaggerationIterations for how many iterations
 * @param learningRate the length of a step, relative to the gradient
 * @param iterations how many steps there are, the exaggerated ones included
 * @param initialMomentum what is kept of the step before, while affinities are exaggerated
 * @param momentum what is kept of it later on
 * @param longestStep how far a point may go in one iteration, in units of the layout
 * @param start where the points begin
 */
@Summary("keeps neighbours together; distances between groups mean nothing")
public record Tsne(
        @Default("30") @Summary("how many neighbours a point has, about; less than a third of the vectors")
        double perplexity,

        @Default("12") @Summary("what affinities are multiplied by at first, so that groups gather")
        double exaggeration,

        @Default("250") @Summary("iterations with exaggeration")
        int exaggerationIterations,

        @Default("200") @Summary("length of a step relative to the gradient")
        double learningRate,

        @Default("1000") @Summary("iterations in all") int iterations,

        @Default("0.5") @Summary("share of the step before that is kept, with exaggeration")
        double initialMomentum,

        @Default("0.8") @Summary("share of the step before that is kept, after it")
        double momentum,

        @Default("5") @Summary("how far a point may go in one iteration")
        double longestStep,

        @Default("\"pca\"") @Summary("where the points begin: pca or random")
        TsneStart start)
        implements Embedding {
    private static final double LARGEST_MOMENTUM = 0.999;

    /** Checks the ranges. */
    public Tsne {
        Require.that(
                perplexity >= 1 && Double.isFinite(perplexity),
                "perplexity",
                "must be at least 1, but is " + perplexity);
        Require.that(
                exaggeration >= 1 && Double.isFinite(exaggeration),
                "exaggeration",
                "must be at least 1, but is " + exaggeration);
        Require.atLeast(0, "exaggerationIterations", exaggerationIterations);
        Require.positive("learningRate", learningRate);
        Require.atLeast(1, "iterations", iterations);
        Require.within(0, LARGEST_MOMENTUM, "initialMomentum", initialMomentum);
        Require.within(0, LARGEST_MOMENTUM, "momentum", momentum);
        Require.positive("longestStep", longestStep);
    }

    @Override
    public Points embed(Points vectors, RandomGenerator random) {
        requireCount(vectors.count());
        vectors.requireDifferent();
        double[] affinities = Affinities.of(vectors, perplexity);
        double[] places = start.places(vectors, random);
        new TsneDescent(this, new KullbackLeibler(affinities, vectors.count())).minimize(places);
        return Points.of(vectors.count(), PLANE, places);
    }

    @Override
    public void requireCount(int count) {
        Embedding.super.requireCount(count);
        double limit = (count - 1) / 3.0;
        Require.that(
                perplexity < limit,
                "perplexity",
                String.format(
                        Locale.ROOT,
                        "must be less than (n - 1) / 3 = %.1f for %d vectors, but is %s; lower it, or map more patches",
                        limit,
                        count,
                        perplexity));
    }
}
