package lichen.model.spec;

import java.io.IOException;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.InputScaling;
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

        @Summary(SCALING) @Default("\"imagenet-rgb\"") InputScaling scaling,

        @Summary(POOLING) @Default("false") boolean averagePooling)
        implements ForeignSpec {
    @Override
    public ForeignNetwork read() throws IOException {
        return VggImporter.network(weights, scaling, averagePooling);
    }
}
