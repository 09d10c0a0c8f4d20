package lichen.app.experiment.mixing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import lichen.app.experiment.SynthesisExperiment;
import lichen.core.random.NormalDeviates;
import lichen.core.random.RandomStreams;
import lichen.synthesis.objective.Mixture;
import lichen.synthesis.objective.Portion;

/**
 * About the mean of the patches of photographs, along the directions in which these vary most: as likely as if patches were scattered by
 * a bell curve.
 *
 * @param experiment says how far
 * @param patches of the photographs
 * @param leading how many directions
 * @param spread along each, in deviations of the patches
 * @param directions in which they vary
 */
record Scattered(
        NovelTextures experiment, List<Portion> patches, int leading, double spread, PrincipalSpread directions)
        implements Places {
    private double[] coefficients(int number) {
        RandomGenerator random = new RandomStreams(experiment.seed()).stream("coefficients " + number);
        double[] coefficients = new double[leading];
        for (int i = 0; i < leading; i++) {
            coefficients[i] = spread * NormalDeviates.deviate(random);
        }
        return coefficients;
    }

    @Override
    public SynthesisExperiment texture(int number) {
        Mixture point = new Mixture(patches, 1, directions.shift(coefficients(number)));
        return ((SynthesisExperiment) experiment.method())
                .with(experiment.photographs().get(0), experiment.seed() + number)
                .mixing(point);
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= leading; i++) {
            names.add("component " + i + ", deviations");
        }
        return names;
    }

    @Override
    public List<String> said(int number) {
        List<String> said = new ArrayList<>();
        for (double coefficient : coefficients(number)) {
            said.add(String.format(Locale.ROOT, "%+.1f", coefficient));
        }
        return said;
    }
}
