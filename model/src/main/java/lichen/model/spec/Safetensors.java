package lichen.model.spec;

import java.io.IOException;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;
import lichen.model.safetensors.VggImporter;

/**
 * A VGG network of torchvision in the format safetensors; the head of the classifier is left away.
 *
 * @param weights the file
 * @param scaling what the network expects of the pixels
 * @param averagePooling whether poolings take the mean, as Gatys, Ecker and Bethge (2015), section 2, advise
 */
@Summary("a VGG network with torchvision's names in the format safetensors")
public record Safetensors(
        @Summary("the file, with arrays named features.0.weight and so on")
        FileReference weights,

        @Summary(
                "the pixels it was trained on: unit (RGB in [0,1]), minus-one-to-one, bytes, imagenet-rgb or imagenet-bgr")
        @Default("\"imagenet-rgb\"")
        InputScaling scaling,

        @Summary("whether pooling takes the mean instead of the maximum") @Default("false")
        boolean averagePooling)
        implements GraphSpec {
    /** The file says it. */
    @Override
    public Set<Statistic> statistics() {
        return Set.of();
    }

    @Override
    public Graph graph(RandomGenerator random) throws IOException {
        return VggImporter.network(weights, scaling, averagePooling).noted(weights);
    }
}
