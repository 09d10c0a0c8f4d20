package lichen.model.spec;

import java.io.IOException;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.InputScaling;
import lichen.model.onnx.OnnxImporter;

/**
 * A network in the format ONNX, as PyTorch exports it, with the nodes that act on images; a classifier's head is left away.
 *
 * @param weights the file
 * @param scaling what the network expects of the pixels
 * @param averagePooling whether windows of MaxPool take the mean, as Gatys, Ecker and Bethge (2015), section 2, advise
 */
@Summary("a network in the format ONNX, as PyTorch exports it")
public record Onnx(
        @Summary("the file, written by torch.onnx.export(model.eval(), image, \"network.onnx\", dynamo=False)")
        FileReference weights,

        @Summary(SCALING) @Default("\"imagenet-rgb\"") InputScaling scaling,

        @Summary(POOLING) @Default("false") boolean averagePooling)
        implements ForeignSpec {
    @Override
    public ForeignNetwork read() throws IOException {
        return OnnxImporter.network(weights, scaling, averagePooling);
    }
}
