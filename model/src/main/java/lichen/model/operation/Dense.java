package lichen.model.operation;

import java.util.List;
import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.npy.NdArray;
import lichen.core.tensor.ChannelSums;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.MatrixProduct;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Every output reads all of the input: y[o] = b[o] + sum over y, x, i of w[o,y,x,i] x[y,x,i]. For an input of one pixel, the
 * fully connected layer of a vector.
 *
 * <p>{@code [N,H,W,I] -> [N,1,1,O]}.
 *
 * @param weights {@code [O,H,W,I]}
 * @param bias {@code [O]}
 */
public record Dense(NdArray<float[]> weights, NdArray<float[]> bias) implements Weighted {
    /** Checks the shapes. */
    public Dense {
        Require.that(weights.shape().length == 4, WEIGHTS, "must have the shape [O,H,W,I]");
        Require.that(
                bias.values().length == weights.shape()[0],
                BIAS,
                "must hold a number for each of " + weights.shape()[0] + " outputs");
    }

    @Override
    public int channels(List<Integer> inputs) {
        return weights.shape()[0];
    }

    @Override
    public List<String> misfits(List<Integer> inputs) {
        int channels = weights.shape()[3];
        return inputs.get(0) == channels
                ? List.of()
                : List.of("expected weights for " + inputs.get(0) + " input channels, found " + channels);
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        MapShape expected = new MapShape(weights.shape()[1], weights.shape()[2], weights.shape()[3]);
        Require.that(
                inputs.get(0).equals(expected),
                "size",
                "must be " + expected.extents() + ", but is " + inputs.get(0).extents());
        return new MapShape(1, 1, weights.shape()[0]);
    }

    @Override
    public Layer layer(String name, List<Layer> inputs) {
        Layer input = inputs.get(0);
        int side = Math.max(weights.shape()[1], weights.shape()[2]);
        int stride = input.stride() * side;
        return new Layer(
                name,
                Layer.Kind.DENSE,
                weights.shape()[0],
                stride,
                input.receptiveField() + (side - 1) * input.stride(),
                weights.values().length / ((double) stride * stride));
    }

    @Override
    public void border(Bordering bordering) {
        bordering.whole(1, 1);
    }

    @Override
    public Dense with(NdArray<float[]> otherWeights, NdArray<float[]> otherBias) {
        return new Dense(otherWeights, otherBias);
    }

    @Override
    public Backward forward(Forward at) {
        INDArray input = rows(at.input()); // [N,H W I]
        INDArray matrix = rows(at.number(WEIGHTS)); // [O,H W I]
        INDArray output = rows(at.output()); // [N,O]
        at.run(() -> MatrixProduct.timesTransposed(input, matrix, output));
        at.run(Elementwise.addToEachPixel(at.output(), at.number(BIAS)));
        return back -> carry(input, matrix, back);
    }

    private static void carry(INDArray input, INDArray matrix, Gradients at) {
        INDArray gradient = rows(at.gradient()); // [N,O]
        if (at.wants(BIAS)) {
            at.run(ChannelSums.of(at.gradient(), at.of(BIAS), at.scope()));
        }
        if (at.wants(WEIGHTS)) {
            INDArray ofWeights = rows(at.of(WEIGHTS));
            at.run(() -> MatrixProduct.transposedTimes(gradient, input, ofWeights));
        }
        if (at.wants(0)) {
            INDArray ofInput = rows(at.of(0));
            at.run(() -> MatrixProduct.times(gradient, matrix, ofInput));
        }
    }

    /** All but the first axis as one: the same memory. */
    private static INDArray rows(INDArray tensor) {
        return tensor.reshape('c', tensor.size(0), tensor.length() / tensor.size(0));
    }

    @Override
    public Description description() {
        return new Description("dense");
    }

    static Dense read(Stored stored) {
        NdArray<float[]> weights = stored.array(WEIGHTS, Stored.ANY, Stored.ANY, Stored.ANY, Stored.ANY);
        return new Dense(weights, stored.array(BIAS, weights.shape()[0]));
    }

    @Override
    public String words() {
        int[] shape = weights.shape();
        return "dense layer, " + shape[2] + " x " + shape[1] + " pixels of " + shape[3] + " channels to " + shape[0];
    }
}
