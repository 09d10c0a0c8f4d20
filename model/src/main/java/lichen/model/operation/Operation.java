package lichen.model.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.npy.NdArray;

/**
 * What a node computes. Everything is {@code [N,H,W,C]}: images, feature maps, and vectors, which are images of one pixel.
 *
 * <p>A new operation is a record in one of the families below, with its methods; {@link Stored} reads it by its word. The
 * contract test of operations finds it by itself and asks for a sample.
 */
public sealed interface Operation permits Pointwise, Windowed, Weighted, Weightless {
    /** How many inputs it reads. */
    default Arity arity() {
        return Arity.ONE;
    }

    /**
     * The channels of its output; the largest int where they are more.
     *
     * @param inputs the channels of what it reads, in order; as many as it needs
     */
    int channels(List<Integer> inputs);

    /**
     * What does not fit in the channels of its inputs, "expected ..., found ..."; empty if all does.
     *
     * @param inputs as in {@link #channels}
     */
    List<String> misfits(List<Integer> inputs);

    /**
     * The shape of its output.
     *
     * @param inputs the shapes of what it reads, in order
     * @throws lichen.core.check.InvalidValueException if nothing would be left, or the extents do not fit
     */
    MapShape shape(List<MapShape> inputs);

    /**
     * What a user needs to know of it in its place: channels, stride, receptive field and cost.
     *
     * @param name its name there
     * @param inputs the layers that it reads, in order
     */
    Layer layer(String name, List<Layer> inputs);

    /** Says how it is carried over to images that go on beyond their border in another way. */
    void border(Bordering bordering);

    /** The numbers that it computes with, by name; what is learned of them has a gradient. */
    Map<String, NdArray<float[]>> numbers();

    /** The names of numbers that are not learned by a gradient, but follow what is seen in training. */
    default Set<String> followed() {
        return Set.of();
    }

    /**
     * The same with other numbers.
     *
     * @param numbers by the names of {@link #numbers}, in the same shapes
     */
    Operation with(Map<String, NdArray<float[]>> numbers);

    /** What is left of it once the network is trained; itself, unless it learned from batches. */
    default Operation trained() {
        return this;
    }

    /** A number per channel that its gradient is multiplied by, if that is all that happens to it. */
    default Optional<float[]> scaling() {
        return Optional.empty();
    }

    /**
     * Adds the kernels of the forward pass.
     *
     * @return what adds those of the backward pass
     */
    Backward forward(Forward at);

    /**
     * How many numbers its gradients work in for an image of the batch, beside what it reads and gives.
     *
     * @param inputs as in {@link #shape}
     */
    default long workspace(List<MapShape> inputs) {
        return 0;
    }

    /** What a file says of it, without its numbers. */
    Description description();

    /** What a message calls it: differs where the shapes of the numbers differ. Without such, as a file does. */
    default String words() {
        return description().word();
    }
}
