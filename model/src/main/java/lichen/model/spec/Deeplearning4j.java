package lichen.model.spec;

import java.io.IOException;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.model.deeplearning4j.Dl4jImporter;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;

/**
 * A network that Deeplearning4j saved, with the layers that act on images; a classifier's head is left away.
 *
 * @param weights the file
 * @param scaling what the network expects of the pixels
 * @param averagePooling whether windows of SubsamplingLayer take the mean, as Gatys, Ecker and Bethge (2015), section 2, advise
 */
@Summary("a network that Deeplearning4j saved, of layers in a row or a graph")
public record Deeplearning4j(
        @Summary("the file, written by ModelSerializer.writeModel(network, file, false)")
        FileReference weights,

        @Summary(
                "the pixels it was trained on: unit (RGB in [0,1]), minus-one-to-one, bytes, imagenet-rgb or imagenet-bgr")
        @Default("\"unit\"")
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
        return Dl4jImporter.network(weights, scaling, averagePooling).noted(weights);
    }
}
