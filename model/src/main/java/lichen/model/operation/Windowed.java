package lichen.model.operation;

import java.util.List;
import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.tensor.Convolution;

/** What slides a window over the image. */
public sealed interface Windowed extends Operation permits Convolve, ConvolveDepthwise, Pool {
    /** Window, stride and padding. */
    Convolution geometry();

    /** The same, with another treatment of the border. */
    Windowed with(Convolution.Padding padding);

    /** What kind of layer it makes. */
    Layer.Kind kind();

    /** How many products it takes for a pixel of its output. */
    double products();

    @Override
    default MapShape shape(List<MapShape> inputs) {
        MapShape input = inputs.get(0);
        long height = geometry().outputHeight(input.height());
        long width = geometry().outputWidth(input.width());
        Require.that(height > 0 && width > 0, "size", "is too small: nothing is left of the image");
        return new MapShape(height, width, channels(List.of((int) input.channels())));
    }

    @Override
    default Layer layer(String name, List<Layer> inputs) {
        Layer input = inputs.get(0);
        int window = Math.max(geometry().kernelHeight(), geometry().kernelWidth());
        int stride = input.stride() * geometry().stride();
        return new Layer(
                name,
                kind(),
                channels(List.of(input.channels())),
                stride,
                input.receptiveField() + (window - 1) * input.stride(),
                products() / ((double) stride * stride));
    }

    @Override
    default void border(Bordering bordering) {
        bordering.windows(this);
    }

    /** A description with the geometry. */
    default Description description(String word) {
        return new Description(word)
                .with("window", List.of(geometry().kernelHeight(), geometry().kernelWidth()))
                .with("stride", geometry().stride())
                .with("padding", Description.word(geometry().padding()));
    }

    /** The geometry that a file describes. */
    static Convolution geometry(Stored stored) {
        String needed = "a window and a stride";
        List<Integer> window = stored.wholes("window", 2, 1, needed);
        int stride = stored.whole("stride", 1, needed);
        String word = stored.text("padding");
        for (Convolution.Padding padding : Convolution.Padding.values()) {
            if (Description.word(padding).equals(word)) {
                return new Convolution(window.get(0), window.get(1), stride, padding);
            }
        }
        throw stored.unknown("padding");
    }

    /** The geometry as a message has it. */
    default String geometryWords() {
        String stride = geometry().stride() == 1 ? "" : " stride " + geometry().stride();
        return geometry().kernelHeight() + "x" + geometry().kernelWidth() + stride + " "
                + Description.word(geometry().padding());
    }
}
