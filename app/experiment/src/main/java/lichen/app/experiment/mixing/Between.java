package lichen.app.experiment.mixing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import lichen.app.experiment.SynthesisExperiment;
import lichen.core.random.RandomStreams;

/**
 * Anywhere between photographs, all points alike (weights of Dirichlet's distribution).
 *
 * @param experiment names the photographs
 */
record Between(NovelTextures experiment) implements Places {
    /** The shares of the photographs in a texture: intervals of chance, over their sum. */
    private List<Double> shares(int number) {
        RandomGenerator random = new RandomStreams(experiment.seed()).stream("weights " + number);
        List<Double> intervals = new ArrayList<>();
        double sum = 0;
        for (int k = 0; k < experiment.photographs().size(); k++) {
            double interval = -StrictMath.log(1 - random.nextDouble());
            intervals.add(interval);
            sum += interval;
        }
        double all = sum;
        return intervals.stream().map(interval -> interval / all).toList();
    }

    @Override
    public SynthesisExperiment texture(int number) {
        return new Blending(experiment.photographs())
                .texture(experiment.method(), shares(number), experiment.seed() + number);
    }

    @Override
    public List<String> names() {
        return new Blending(experiment.photographs())
                .names().stream().map(name -> name + ", %").toList();
    }

    @Override
    public List<String> said(int number) {
        return shares(number).stream()
                .map(share -> String.format(Locale.ROOT, "%.0f", 100 * share))
                .toList();
    }
}
