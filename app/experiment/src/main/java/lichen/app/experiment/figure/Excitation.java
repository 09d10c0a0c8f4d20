package lichen.app.experiment.figure;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import lichen.app.experiment.Workbench;
import lichen.core.diff.Differentiable;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.optimizer.Objective;
import lichen.core.tensor.TensorScope;
import lichen.synthesis.objective.Activation;
import lichen.synthesis.objective.ImageObjective;
import lichen.synthesis.objective.MappedObjective;
import lichen.synthesis.objective.Targets;
import lichen.synthesis.parameterization.CoordinateContext;
import lichen.synthesis.parameterization.Coordinates;
import lichen.synthesis.start.StartContext;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer's channels as objectives over the parameters of an image. They share one program of the network. */
final class Excitation implements AutoCloseable {
    private static final int MOST_CONTRAST = 16;
    private static final float GREY = 0.5f;

    private final FilterAtlas experiment;
    private final Workbench workbench;
    private final Architecture architecture;
    private final Size view;
    private final TensorScope scope = new TensorScope();
    private final Differentiable<INDArray, FeatureMaps> program;
    private final Coordinates coordinates;

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
            CoordinateContext context = new CoordinateContext(workbench.random().stream("parameterization"), scope);
            coordinates = workbench.open(
                    "$.parameterization", () -> experiment.parameterization().open(experiment.size(), context));
            program = network.compile(view, List.of(experiment.layer()), scope);
        } catch (RuntimeException | IOException e) {
            scope.close();
            throw e;
        }
    }

    /** Less the activation of a channel, seen another way at each evaluation. The scope owns what it needs. */
    Objective of(int channel, TensorScope owner) {
        Differentiable<FeatureMaps, Double> loss =
                Activation.insideChannel(experiment.layer(), channel).bind(Targets.none(architecture), owner);
        return new MappedObjective(
                coordinates.map().then(experiment.robustness().views(experiment.size(), workbench.random(), 0)),
                ImageObjective.of(List.of(program.then(loss)), view, owner));
    }

    /**
     * Where the image of a channel starts: the start image, its contrast doubled until the channel answers to it. Without
     * an answer there is no gradient to follow.
     */
    double[] start(int channel, TensorScope owner) throws IOException {
        Image image = startImage(channel);
        double[] first = coordinates.begin(image);
        double[] gradient = new double[first.length];
        for (int contrast = 1; contrast <= MOST_CONTRAST; contrast *= 2) {
            double[] start = coordinates.begin(stretched(image, contrast));
            of(channel, owner).at(start, gradient);
            if (Arrays.stream(gradient).anyMatch(slope -> slope != 0)) {
                return start;
            }
        }
        return first;
    }

    private Image startImage(int channel) throws IOException {
        float[] grey = new float[experiment.tile() * experiment.tile() * Image.CHANNELS];
        Arrays.fill(grey, GREY);
        Image nothing = Image.of(experiment.tile(), experiment.tile(), grey);
        StartContext context = new StartContext(
                experiment.size(), nothing, workbench.random().stream("start/" + channel), workbench::image);
        return workbench.open("$.start", () -> experiment.start().create(context));
    }

    private static Image stretched(Image image, int contrast) {
        float[] rgb = image.toArray();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = GREY + contrast * (rgb[i] - GREY);
        }
        return Image.of(image.width(), image.height(), rgb).clamp();
    }

    /** The image that parameters stand for. */
    Image image(double[] parameters) {
        return coordinates.image(parameters).clamp();
    }

    @Override
    public void close() {
        scope.close();
    }
}
