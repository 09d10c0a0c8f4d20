package lichen.app.quality.measure;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.app.quality.measure.LayerGauge.LayerStatistic;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.descriptor.SlicedWasserstein;
import lichen.model.foreign.InputScaling;

/**
 * Trained features: how often which activations occur together in layers of VGG-19, or of any network of a file, seen from random
 * directions.
 *
 * <p>The mean over layers of the squared sliced Wasserstein-2 distance of the activations, over the mean square of the photograph's
 * projections. Unlike Gram matrices it sees the whole distribution. Source: Heitz, Vanhoey, Chambon and Belcour 2021, whose loss it is
 * but for the division.
 *
 * @param weights the file
 * @param layers which layers
 * @param directions random directions in the space of activations; the same in every call
 * @param scaling the pixels that the network was trained on; what is known of such networks where empty
 */
@Summary("sliced Wasserstein distance of the activations of a trained network's layers")
public record VggSlicedWasserstein(
        @Summary("a file of Keras, ONNX, safetensors (VGG), Deeplearning4j or Lichen")
        FileReference weights,

        @Default("[\"all-convolutions\"]") @Summary("layer names, or all-convolutions")
        List<String> layers,

        @Default("64") @Summary("random directions in the space of activations")
        int directions,

        @Summary("the pixels it was trained on: unit (RGB in [0,1]), minus-one-to-one, bytes, imagenet-rgb or"
                + " imagenet-bgr; what is known of such networks where left out")
        Optional<InputScaling> scaling)
        implements Measure {
    /** Averages that a layer's sorted projections are reduced to: a layer of few pixels has no more. */
    private static final int QUANTILES = 256;

    private static final long SEED = 0;

    /** Checks that there is a direction. */
    public VggSlicedWasserstein {
        layers = List.copyOf(layers);
        Require.atLeast(1, "directions", directions);
    }

    /** All convolutions of a file with the weights of VGG-19. */
    public static VggSlicedWasserstein of(FileReference weights, Optional<InputScaling> scaling) {
        return new VggSlicedWasserstein(weights, List.of(Architecture.ALL_CONVOLUTIONS), 64, scaling);
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
        LayerStatistic sorted = new LayerStatistic(
                new SlicedWasserstein(directions, 1, QUANTILES, SEED), channels -> directions * QUANTILES);
        return LayerGauge.of(weights, scaling, layers, sorted);
    }
}
