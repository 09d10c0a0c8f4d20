package lichen.model.spec;

import java.io.IOException;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.model.deeplearning4j.Dl4jImporter;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.InputScaling;

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

        @Summary(SCALING) @Default("\"unit\"") InputScaling scaling,

        @Summary(POOLING) @Default("false") boolean averagePooling)
        implements ForeignSpec {
    @Override
    public ForeignNetwork read() throws IOException {
        return Dl4jImporter.network(weights, scaling, averagePooling);
    }
}
