package lichen.model.keras;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.core.tensor.Pooling;
import lichen.model.foreign.LayerCatalogue;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Add;
import lichen.model.operation.Concatenate;
import lichen.model.operation.ScaleShift;
import lichen.model.operation.Upsample;

/** The Keras classes that can be read. */
final class LayerKinds {
    /** What does nothing once a network is trained. */
    static final Set<String> IDENTITIES = Set.of(
            KerasLayer.IDENTITY,
            "Dropout",
            "SpatialDropout2D",
            "GaussianNoise",
            "GaussianDropout",
            "ActivityRegularization");

    /** What reads several layers. */
    private static final Set<String> MERGES = Set.of("Concatenate", "Add");

    private final LayerCatalogue<LayerKind> catalogue;

    /**
     * All kinds.
     *
     * @param averagePooling whether every pooling takes the mean
     */
    LayerKinds(boolean averagePooling) {
        Map<String, LayerKind> kinds = new HashMap<>();
        Pooling.Kind maximum = averagePooling ? Pooling.Kind.AVERAGE : Pooling.Kind.MAX;
        kinds.put("Conv2D", new ConvolutionKind());
        kinds.put("DepthwiseConv2D", new DepthwiseKind());
        kinds.put("SeparableConv2D", new SeparableKind());
        kinds.put("ZeroPadding2D", new PaddingKind());
        kinds.put("BatchNormalization", new BatchNormalizationKind());
        kinds.put("MaxPooling2D", new PoolingKind(maximum));
        kinds.put("AveragePooling2D", new PoolingKind(Pooling.Kind.AVERAGE));
        kinds.put("ReLU", KerasActivations::relu);
        kinds.put("LeakyReLU", KerasActivations::leakyRelu);
        kinds.put("PReLU", KerasActivations::parametricRelu);
        kinds.put("Activation", KerasActivations::activation);
        kinds.put("Rescaling", LayerKinds::rescaling);
        kinds.put("UpSampling2D", LayerKinds::upSampling);
        kinds.put("Concatenate", LayerKinds::concatenate);
        kinds.put("Add", LayerKinds::add);
        for (String identity : IDENTITIES) {
            kinds.put(identity, layer -> Optional.empty());
        }
        catalogue = new LayerCatalogue<>(kinds, MERGES);
    }

    /** The way to a layer's operation; see {@link LayerKind#read}. */
    Optional<LayerKind.Source> read(KerasLayer layer) throws UnreadableException {
        return catalogue.kind(layer.type(), layer.inputs().size()).read(layer);
    }

    /** The classes that can be read, in alphabetical order. */
    Set<String> names() {
        return catalogue.names();
    }

    /** A scale and an offset for all channels, or one for each. */
    private static Optional<LayerKind.Source> rescaling(KerasLayer layer) throws UnreadableException {
        float[] scale = layer.numbers("scale");
        float[] offset = layer.numbers("offset");
        return LayerKind.Source.of(
                (channels, weights) -> new ScaleShift(each(scale, channels), each(offset, channels)));
    }

    private static float[] each(float[] values, int channels) {
        if (values.length != 1) {
            return values;
        }
        float[] each = new float[channels];
        Arrays.fill(each, values[0]);
        return each;
    }

    private static Optional<LayerKind.Source> upSampling(KerasLayer layer) throws UnreadableException {
        layer.require("data_format", "channels_last", "channels_last");
        layer.require("interpolation", "nearest", "nearest");
        int[] size = layer.pair("size").orElse(new int[] {2, 2});
        if (size[0] != size[1]) {
            throw new UnreadableException("UpSampling2D with size " + size[0] + " by " + size[1]);
        }
        return LayerKind.Source.of((channels, weights) -> new Upsample(size[0]));
    }

    private static Optional<LayerKind.Source> add(KerasLayer layer) throws UnreadableException {
        requireInputs(layer);
        return LayerKind.Source.of((channels, weights) -> new Add());
    }

    private static Optional<LayerKind.Source> concatenate(KerasLayer layer) throws UnreadableException {
        layer.require("axis", "-1", "-1", "3");
        requireInputs(layer);
        return LayerKind.Source.of((channels, weights) -> new Concatenate());
    }

    private static void requireInputs(KerasLayer layer) throws UnreadableException {
        if (layer.inputs().isEmpty()) {
            throw new UnreadableException(layer.type() + " without inputs");
        }
    }
}
