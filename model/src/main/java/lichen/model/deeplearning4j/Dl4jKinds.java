package lichen.model.deeplearning4j;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.model.foreign.LayerCatalogue;
import lichen.model.foreign.LeakySlopes;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Extend;
import lichen.model.operation.Upsample;

/** The layers and vertices that can be read. */
final class Dl4jKinds {
    private static final int SIDES = 4;

    /** What reads several layers. */
    private static final Set<String> MERGES = Set.of("MergeVertex", "ElementWiseVertex");

    private static final Set<String> PREPROCESSORS = Set.of("", "FeedForwardToCnnPreProcessor");

    private final LayerCatalogue<Dl4jKind> catalogue;

    /**
     * All kinds.
     *
     * @param averagePooling whether every pooling takes the mean
     */
    Dl4jKinds(boolean averagePooling) {
        Map<String, Dl4jKind> kinds = new HashMap<>();
        kinds.put("ConvolutionLayer", Dl4jConvolution::plain);
        kinds.put("Convolution2D", Dl4jConvolution::plain);
        kinds.put("SeparableConvolution2D", Dl4jConvolution::separable);
        kinds.put("DepthwiseConvolution2D", Dl4jConvolution::depthwise);
        kinds.put("SubsamplingLayer", new Dl4jPooling(averagePooling));
        kinds.put("Pooling2D", new Dl4jPooling(averagePooling));
        kinds.put("BatchNormalization", Dl4jNormalization::read);
        kinds.put("ZeroPaddingLayer", Dl4jKinds::zeroPadding);
        kinds.put("Upsampling2D", Dl4jKinds::upsampling);
        kinds.put("PReLULayer", Dl4jKinds::parametricRelu);
        kinds.put("ActivationLayer", Dl4jKinds::activation);
        kinds.put("CnnLossLayer", Dl4jKinds::activation);
        kinds.put("DropoutLayer", layer -> (place, numbers) -> place.pass());
        kinds.put("MergeVertex", Dl4jVertices::merge);
        kinds.put("ElementWiseVertex", Dl4jVertices::elementWise);
        kinds.put("SubsetVertex", Dl4jVertices::subset);
        kinds.put("ScaleVertex", Dl4jVertices::scale);
        kinds.put("ShiftVertex", Dl4jVertices::shift);
        catalogue = new LayerCatalogue<>(kinds, MERGES);
    }

    /** What a layer becomes; see {@link Dl4jKind#read}. */
    Dl4jKind.Step read(Dl4jLayer layer) throws UnreadableException {
        Dl4jKind kind = catalogue.kind(layer.type(), layer.inputs().size());
        if (!PREPROCESSORS.contains(layer.preprocessor())) {
            throw new UnreadableException(layer.type() + " with " + layer.preprocessor());
        }
        return kind.read(layer);
    }

    /** What can be read, in alphabetical order. */
    Set<String> names() {
        return catalogue.names();
    }

    private static Dl4jKind.Step activation(Dl4jLayer layer) throws UnreadableException {
        Dl4jActivation activation = Dl4jActivation.of(layer);
        return (place, numbers) -> activation.add(place);
    }

    private static Dl4jKind.Step zeroPadding(Dl4jLayer layer) throws UnreadableException {
        int[] sides = layer.wholes("padding", SIDES, 0);
        Margins margins = new Margins(sides[0], sides[1], sides[2], sides[3]);
        return (place, numbers) -> place.become(new Extend(Extension.Kind.ZERO, margins));
    }

    private static Dl4jKind.Step upsampling(Dl4jLayer layer) throws UnreadableException {
        int factor = layer.both("size").orElseThrow(() -> layer.refusal("size"));
        return (place, numbers) -> place.become(new Upsample(factor));
    }

    /** A slope for each channel. */
    private static Dl4jKind.Step parametricRelu(Dl4jLayer layer) throws UnreadableException {
        int[] shape = layer.wholes("inputShape", 3, 1);
        if (shape[1] != 1 || shape[2] != 1) {
            throw layer.refusal("inputShape");
        }
        return (place, numbers) -> LeakySlopes.add(place, numbers.take(layer.name(), shape[0]));
    }
}
