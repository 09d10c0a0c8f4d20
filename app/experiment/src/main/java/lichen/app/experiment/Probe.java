package lichen.app.experiment;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.SignatureMatch;
import lichen.synthesis.objective.Summand;
import lichen.synthesis.parameterization.Pixels;

/**
 * An experiment's objective at one image.
 *
 * @param loss its value
 * @param gradient d loss / d pixel, {@code [H,W,3]}, pixels in [0,1]
 */
public record Probe(double loss, NdArray<float[]> gradient) {
    /**
     * Evaluates the objective at an image of any size that the network can look at.
     *
     * @throws lichen.core.feature.ImageTooSmallException if it cannot look at this one
     */
    public static Probe at(Image image, SynthesisExperiment experiment, Workbench workbench) throws IOException {
        Size size = image.size();
        try (OpenStage whole =
                Stages.of(experiment, workbench, Optional.of(size)).whole()) {
            double[] pixels = Pixels.of(image);
            double[] gradient = new double[pixels.length];
            double loss = whole.ofPixels(0, 0).at(pixels, gradient);
            float[] rounded = NdArray.of(gradient, gradient.length).floats();
            return new Probe(loss, NdArray.of(rounded, image.height(), image.width(), Image.CHANNELS));
        }
    }

    /** The Euclidean norm of the gradient. */
    public double gradientNorm() {
        double sum = 0;
        for (float component : gradient.values()) {
            sum += (double) component * component;
        }
        return Math.sqrt(sum);
    }

    /**
     * The signature of an image by layer name; where the objective matches several signatures, {@code <number>/<layer>}.
     * Empty if it matches none.
     */
    public static Map<String, float[]> signature(Image image, SynthesisExperiment experiment, Workbench workbench)
            throws IOException {
        List<SignatureMatch> matches = matches(experiment.objective());
        FeatureNetwork network =
                workbench.open("$.network", () -> experiment.network().open(workbench.random().stream("network")));
        Map<String, float[]> numbers = new LinkedHashMap<>();
        for (int i = 0; i < matches.size(); i++) {
            String prefix = matches.size() > 1 ? i + "/" : "";
            describe(matches.get(i), image, network, experiment.border(), workbench)
                    .forEach((layer, statistics) -> numbers.put(prefix + layer, statistics));
        }
        return numbers;
    }

    private static Map<String, float[]> describe(
            SignatureMatch match, Image image, FeatureNetwork network, Border border, Workbench workbench)
            throws IOException {
        Size size = image.size();
        Map<String, float[]> numbers = new LinkedHashMap<>();
        try (TensorScope scope = new TensorScope()) {
            List<String> layers = workbench.open("$.objective", () -> match.layers(network.architecture()));
            FeatureMaps maps = workbench.open(
                    "$.objective",
                    () -> network.compile(size, border, layers, scope)
                            .at(image.tensor(scope))
                            .value());
            match.descriptor()
                    .at(maps, scope)
                    .value()
                    .layers()
                    .forEach((layer, statistics) -> numbers.put(layer, HostMemory.toFloats(statistics)));
        }
        return numbers;
    }

    private static List<SignatureMatch> matches(Loss loss) {
        return loss.summands().stream()
                .map(Summand::term)
                .filter(SignatureMatch.class::isInstance)
                .map(SignatureMatch.class::cast)
                .toList();
    }
}
