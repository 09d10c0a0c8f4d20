package lichen.app.experiment.mixing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.image.Picture;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;
import lichen.io.json.Config;

/**
 * Learns textures that there are no photographs of: each lies at a random point between several photographs, all points alike (weights
 * of Dirichlet's distribution).
 *
 * @param seed the seed of all random numbers, the weights among them
 * @param backend what computes
 * @param photographs what lies around; the first gives the extents
 * @param count how many textures
 * @param method a synthesis; its target is replaced by what lies between the photographs
 */
@Summary("textures at random points between several photographs")
public record NovelTextures(
        @Default("1") @Summary("seed of all random numbers, the weights among them")
        long seed,

        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,

        @Summary("what lies around, two or more; the first gives the extents")
        List<Picture> photographs,

        @Default("6") @Summary("textures to make") int count,

        @Summary("a synthesis, whose target is replaced by what lies between the photographs")
        Experiment method)
        implements Experiment {
    private static final String METHOD = "$.method";

    /** Checks that there is something between. */
    public NovelTextures {
        photographs = List.copyOf(photographs);
        Require.that(photographs.size() >= 2, "photographs", "must be at least two, to have something between them");
        Require.atLeast(1, "count", count);
        Blending.require("method", "it", method);
    }

    @Override
    public boolean canChange() {
        return true;
    }

    @Override
    public boolean hasParts() {
        return true;
    }

    /** The shares of the photographs in a texture: intervals of chance, over their sum. */
    List<Double> shares(int texture) {
        RandomGenerator random = new RandomStreams(seed).stream("weights " + texture);
        List<Double> intervals = new ArrayList<>();
        double sum = 0;
        for (int k = 0; k < photographs.size(); k++) {
            double interval = -StrictMath.log(1 - random.nextDouble());
            intervals.add(interval);
            sum += interval;
        }
        double all = sum;
        return intervals.stream().map(interval -> interval / all).toList();
    }

    /** The learning of a texture. */
    SynthesisExperiment texture(int texture) {
        return new Blending(photographs).texture(method, shares(texture), seed + texture);
    }

    @Override
    public void inspect(Inspection inspection) {
        for (int i = 0; i < photographs.size(); i++) {
            new Photograph(photographs.get(i)).inspect(inspection, "$.photographs[" + i + "]");
        }
        texture(0).inspect(inspection.part(workbench(inspection.workbench())));
    }

    /** Opens the first once, so that what does not fit is told before it is made. */
    @Override
    public Task open(Workbench workbench) throws IOException {
        texture(0).open(workbench(workbench)).close();
        return new NovelTexturesTask(this, workbench);
    }

    private Workbench workbench(Workbench whole) {
        Config<Experiment> part = whole.config().part(METHOD, texture(0));
        return new Workbench(part, whole.images(), new RandomStreams(seed));
    }

    /** The places of the textures' experiments in the config. */
    static String place() {
        return METHOD;
    }
}
