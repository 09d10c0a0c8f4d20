package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.Workbench;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.MapShape;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Descriptor;
import lichen.descriptor.Distance;
import lichen.descriptor.Signature;
import lichen.model.train.ImageLoss;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How unlike an image is to the one that it should be: by its pixels, and by what a descriptor says of it. Pixels alone give the mean
 * of all that may be there, which is a blur; a descriptor asks for the same grain, wherever it lies.
 *
 * <pre>pixels mean (x - y)^2 + description distance(descriptor(x), descriptor(y))</pre>
 *
 * @param pixels weight of the mean squared error
 * @param description weight of the distance of the descriptions; 0 for none
 * @param network what looks at the images
 * @param layers the layers that are described
 * @param descriptor the statistic
 * @param distance how they are compared
 */
@Summary("how unlike an image is to the one that it should be, by pixels and by a descriptor")
public record ReconstructionLoss(
        @Default("1") @Summary("weight of the mean squared error of the pixels")
        double pixels,

        @Default("0.02") @Summary("weight of the distance of the descriptions; 0 for none")
        double description,

        @Default("{\"type\": \"image\"}") @Summary("what looks at the images")
        NetworkSpec network,

        @Default("[\"image\"]") @Summary("the layers that are described")
        List<String> layers,

        @Default("""
                        {"type": "sliced-wasserstein", "patch": 5, "directions": 32, "contrast": 0.75, "quantiles": 512}""") @Summary("the statistic") Descriptor descriptor,

        @Default("{\"type\": \"standardized-error\"}") @Summary("how descriptions are compared")
        Distance distance) {
    /** Checks the ranges. */
    public ReconstructionLoss {
        Require.notNegative("pixels", pixels);
        Require.notNegative("description", description);
        Require.that(pixels > 0 || description > 0, "pixels", "must be above 0 where description is not");
        layers = List.copyOf(layers);
    }

    /**
     * Opens it for images of one size.
     *
     * @param scope owner of all arrays
     */
    ImageLoss open(Workbench workbench, Size size, TensorScope scope) throws IOException {
        if (description == 0) {
            return this::ofPixels;
        }
        FeatureNetwork opened = workbench.open(
                workbench.place(network, "$.likeness.network"),
                () -> network.open(workbench.random().stream("network")));
        List<String> selected =
                workbench.open("$.likeness", () -> opened.architecture().select(layers));
        Map<String, MapShape> shapes =
                workbench.open("$.likeness", () -> opened.shapes(size, Border.NETWORK, selected));
        Descriptor fitted = workbench.open("$.likeness.descriptor", () -> descriptor.fitted(shapes, shapes));
        workbench.check("$.likeness.distance", () -> {
            distance.requireLayers(selected);
            distance.requireDescriptor(fitted);
        });
        Described described = new Described(
                opened.compile(size, selected, scope),
                fitted,
                scope.array(1, size.height(), size.width(), Image.CHANNELS),
                scope.child());
        return (made, wanted, gradient) -> ofPixels(made, wanted, gradient) + described.add(made, wanted, gradient);
    }

    private double ofPixels(double[] made, double[] wanted, double[] gradient) {
        double sum = 0;
        for (int k = 0; k < made.length; k++) {
            double difference = made[k] - wanted[k];
            gradient[k] = 2 * pixels * difference / made.length;
            sum += difference * difference / made.length;
        }
        return pixels * sum;
    }

    /** The term of the descriptor at work. */
    private final class Described {
        private final Differentiable<INDArray, FeatureMaps> seeing;
        private final Descriptor statistic;
        private final INDArray image;
        private final TensorScope round;
        private final double[] slopes;

        Described(
                Differentiable<INDArray, FeatureMaps> seeing, Descriptor statistic, INDArray image, TensorScope round) {
            this.seeing = seeing;
            this.statistic = statistic;
            this.image = image;
            this.round = round;
            this.slopes = new double[Math.toIntExact(image.length())];
        }

        /** The weighted distance; its gradient is added. */
        double add(double[] made, double[] wanted, double[] gradient) {
            round.rewind();
            HostMemory.write(wanted, image);
            Signature target =
                    statistic.at(seeing.at(image).value(), round).value().copy(round);
            HostMemory.write(made, image);
            Evaluation<INDArray, FeatureMaps> seen = seeing.at(image);
            Evaluation<FeatureMaps, Signature> described = statistic.at(seen.value(), round);
            Evaluation<Signature, Double> apart = distance.between(described.value(), target, round);
            INDArray ofImage = seen.pullback()
                    .apply(described.pullback().apply(apart.pullback().apply(description)));
            HostMemory.read(ofImage, slopes);
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += slopes[k];
            }
            return description * apart.value();
        }
    }
}
