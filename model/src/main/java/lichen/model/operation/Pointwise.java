package lichen.model.operation;

import java.util.List;
import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;

/** What gives each pixel from that pixel of its inputs: extents, stride and receptive field stay. */
public sealed interface Pointwise extends Operation
        permits ActivationFunction,
                ScaleShift,
                BatchNormalize,
                InstanceNormalize,
                PixelNormalize,
                Modulate,
                Slice,
                Spread,
                Oscillate,
                Concatenate,
                Add,
                Multiply {
    /** What kind of layer it makes. */
    Layer.Kind kind();

    @Override
    default int channels(List<Integer> inputs) {
        return inputs.get(0);
    }

    @Override
    default MapShape shape(List<MapShape> inputs) {
        MapShape first = inputs.get(0);
        Require.that(
                inputs.stream().allMatch(input -> input.height() == first.height() && input.width() == first.width()),
                "size",
                "must give inputs of the same extents, but they are "
                        + inputs.stream().map(MapShape::extents).toList());
        return new MapShape(
                first.height(),
                first.width(),
                channels(inputs.stream().map(input -> (int) input.channels()).toList()));
    }

    @Override
    default Layer layer(String name, List<Layer> inputs) {
        Layer first = inputs.get(0);
        int field = inputs.stream().mapToInt(Layer::receptiveField).max().orElseThrow();
        int channels = channels(inputs.stream().map(Layer::channels).toList());
        return new Layer(name, kind(), channels, first.stride(), field, 0);
    }

    @Override
    default void border(Bordering bordering) {
        bordering.pixels();
    }
}
