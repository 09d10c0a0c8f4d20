package lichen.app.quality.measure;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.core.feature.Architecture;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.model.foreign.InputScaling;

/**
 * Trained features: the relative Gram loss of layers of VGG-19, or of any network of a file.
 *
 * <p>The mean over layers of sum (G - A)² / sum A², G the Gram matrix of the image, A that of the photograph. Source: Gatys, Ecker and
 * Bethge 2015, whose loss it is but for the division by A.
 *
 * @param weights the file
 * @param layers which layers
 * @param deepestOnly whether the last of them alone counts
 * @param scaling the pixels that the network was trained on; what is known of such networks where empty
 */
@Summary("relative Gram loss of a trained network's layers, for example VGG-19's")
public record VggGram(
        @Summary("a file of Keras, ONNX, safetensors (VGG), Deeplearning4j or Lichen")
        FileReference weights,

        @Default("[\"all-convolutions\"]") @Summary("layer names, or all-convolutions")
        List<String> layers,

        @Default("false") @Summary("whether the last of the layers alone counts")
        boolean deepestOnly,

        @Summary("the pixels it was trained on: unit (RGB in [0,1]), minus-one-to-one, bytes, imagenet-rgb or"
                + " imagenet-bgr; what is known of such networks where left out")
        Optional<InputScaling> scaling)
        implements Measure {
    /** Copies the list. */
    public VggGram {
        layers = List.copyOf(layers);
    }

    /** All convolutions of a file with the weights of VGG-19. */
    public static VggGram of(FileReference weights, Optional<InputScaling> scaling, boolean deepestOnly) {
        return new VggGram(weights, List.of(Architecture.ALL_CONVOLUTIONS), deepestOnly, scaling);
    }

    /** The file says it. */
    @Override
    public Set<Statistic> statistics() {
        return Set.of();
    }

    @Override
    public void inspect() throws IOException {
        open().close();
    }

    /** Reads the file; computes nothing yet. */
    @Override
    public Gauge open() throws IOException {
        LayerGauge gauge = LayerGauge.of(weights, scaling, layers, LayerGauge.LayerStatistic.GRAM);
        return deepestOnly ? gauge.deepest() : gauge;
    }

    @Override
    public String label(String type) {
        return deepestOnly ? type + " deepest" : type;
    }
}
