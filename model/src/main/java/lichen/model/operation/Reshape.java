package lichen.model.operation;

import java.util.List;
import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The same numbers in the same order, in another shape: a vector becomes maps, {@code [N,1,1,H W C] -> [N,H,W,C]}, or maps a
 * vector.
 *
 * @param height H of what it gives
 * @param width W
 * @param channels C
 */
public record Reshape(int height, int width, int channels) implements Weightless {
    /** Checks the extents. */
    public Reshape {
        Require.atLeast(1, "height", height);
        Require.atLeast(1, "width", width);
        Require.atLeast(1, "channels", channels);
    }

    @Override
    public int channels(List<Integer> inputs) {
        return channels;
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        MapShape input = inputs.get(0);
        Require.that(
                input.height() * input.width() * input.channels() == (long) height * width * channels,
                "size",
                "must make " + (long) height * width * channels + " numbers, but is " + input.extents() + " of "
                        + input.channels() + " channels");
        return new MapShape(height, width, channels);
    }

    /** Where its numbers lie in the image is not told: it is said to see what its input sees. */
    @Override
    public Layer layer(String name, List<Layer> inputs) {
        Layer input = inputs.get(0);
        return new Layer(name, Layer.Kind.REARRANGEMENT, channels, input.stride(), input.receptiveField(), 0);
    }

    @Override
    public void border(Bordering bordering) {
        bordering.whole(height, width);
    }

    @Override
    public Backward forward(Forward at) {
        INDArray input = at.input().reshape('c', at.output().shape());
        INDArray output = at.output();
        at.run(() -> output.assign(input));
        return back -> {
            INDArray gradient = back.gradient();
            INDArray target = back.of(0).reshape('c', gradient.shape());
            back.run(() -> target.assign(gradient));
        };
    }

    @Override
    public Description description() {
        return new Description("reshape").with("shape", List.of(height, width, channels));
    }

    static Reshape read(Stored stored) {
        List<Integer> shape = stored.wholes("shape", 3, 1, "a shape of three extents");
        return new Reshape(shape.get(0), shape.get(1), shape.get(2));
    }

    @Override
    public String words() {
        return "shape of " + width + " x " + height + " pixels and " + channels + " channels";
    }
}
