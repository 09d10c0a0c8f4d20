package lichen.app.figure;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.Workbench;
import lichen.core.diff.Differentiable;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.synthesis.loop.LoopState;
import lichen.synthesis.objective.Activation;
import lichen.synthesis.objective.ImageObjective;
import lichen.synthesis.objective.MappedObjective;
import lichen.synthesis.objective.Objective;
import lichen.synthesis.start.StartContext;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer's channels as objectives over the parameters of an image. They share one program of the network. */
final class Excitation implements AutoCloseable {
    private final FilterAtlas experiment;
    private final Workbench workbench;
    private final Architecture architecture;
    private final Size view;
    private final TensorScope scope = new TensorScope();
    private final Differentiable<INDArray, FeatureMaps> program;
    private final Differentiable<double[], double[]> map;

    /**
     * Prepares the network.
     *
     * @throws lichen.core.feature.ImageTooSmallException if the layer sees more at once than an image has
     */
    Excitation(FilterAtlas experiment, FeatureNetwork network, Workbench workbench) throws IOException {
        this.experiment = experiment;
        this.workbench = workbench;
        architecture = network.architecture();
        view = experiment.robustness().view(experiment.size());
        try {
            map = workbench.open(
                    "$.parameterization", () -> experiment.parameterization().map(experiment.size()));
            program = network.compile(view, List.of(experiment.layer()), scope);
        } catch (RuntimeException | IOException e) {
            scope.close();
            throw e;
        }
    }

    /** Less the activation of a channel, seen another way at each evaluation. The scope owns what it needs. */
    Objective of(int channel, TensorScope owner) {
        Differentiable<FeatureMaps, Double> loss = Activation.insideChannel(experiment.layer(), channel)
                .bind(architecture, new FeatureMaps(Map.of()), owner);
        return new MappedObjective(
                map.then(experiment.robustness().views(experiment.size(), workbench.random(), 0)),
                ImageObjective.of(loss, program, view, owner));
    }

    /** Where the image of a channel starts. */
    LoopState start(int channel) throws IOException {
        float[] grey = new float[experiment.tile() * experiment.tile() * Image.CHANNELS];
        Arrays.fill(grey, 0.5f);
        Image nothing = Image.of(experiment.tile(), experiment.tile(), grey);
        Image start = workbench.open(
                "$.start",
                () -> experiment
                        .start()
                        .create(new StartContext(
                                experiment.size(),
                                nothing,
                                workbench.random().stream("start/" + channel),
                                workbench::image)));
        return LoopState.at(experiment.parameterization().parameters(start));
    }

    /** The image that parameters stand for. */
    Image image(double[] parameters) {
        double[] pixels = map.at(parameters).value();
        float[] rgb = new float[pixels.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (float) pixels[i];
        }
        return Image.of(experiment.tile(), experiment.tile(), rgb).clamp();
    }

    @Override
    public void close() {
        scope.close();
    }
}
