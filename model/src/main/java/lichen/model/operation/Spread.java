package lichen.model.operation;

import java.util.List;
import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.tensor.ChannelSums;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.Views;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A vector at every pixel of a map: of a map {@code [N,H,W,A]}, whose extents alone count, and a vector {@code [N,1,1,C]}, maps
 * {@code [N,H,W,C]}. In place of the vector there may be maps of those extents, which stay as they are: a vector that
 * changes from pixel to pixel.
 */
public record Spread() implements Pointwise, Weightless {
    private static final int MAP = 0;
    private static final int VECTOR = 1;

    @Override
    public Arity arity() {
        return Arity.TWO;
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.REARRANGEMENT;
    }

    @Override
    public int channels(List<Integer> inputs) {
        return inputs.get(VECTOR);
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        MapShape map = inputs.get(MAP);
        MapShape vector = inputs.get(VECTOR);
        boolean isVector = vector.height() == 1 && vector.width() == 1;
        Require.that(
                isVector || vector.height() == map.height() && vector.width() == map.width(),
                "size",
                "must be 1 x 1 or that of the map, " + map.extents() + ", but is " + vector.extents());
        return new MapShape(map.height(), map.width(), vector.channels());
    }

    @Override
    public void border(Bordering bordering) {
        bordering.pixelsOfFirst();
    }

    @Override
    public Backward forward(Forward at) {
        INDArray vector = at.inputs().get(VECTOR);
        INDArray output = at.output();
        boolean asItIs = vector.equalShapes(output);
        if (asItIs) {
            at.run(() -> output.assign(vector));
        } else {
            at.run(() -> output.assign(0));
            for (int n = 0; n < output.size(0); n++) {
                at.run(Elementwise.addToEachPixel(Views.image(output, n), numbers(vector, n)));
            }
        }
        return back -> carry(asItIs, back);
    }

    private static void carry(boolean asItIs, Gradients at) {
        if (at.wants(MAP)) {
            INDArray none = at.of(MAP);
            at.run(() -> none.assign(0));
        }
        if (!at.wants(VECTOR)) {
            return;
        }
        INDArray gradient = at.gradient();
        INDArray ofVector = at.of(VECTOR);
        if (asItIs) {
            at.run(() -> ofVector.assign(gradient));
            return;
        }
        for (int n = 0; n < gradient.size(0); n++) {
            at.run(ChannelSums.of(Views.image(gradient, n), numbers(ofVector, n), at.scope()));
        }
    }

    /** The numbers of one image, {@code [C]}: the same memory. */
    private static INDArray numbers(INDArray all, int image) {
        return Views.vector(Views.image(all, image));
    }

    @Override
    public Description description() {
        return new Description("spread");
    }

    @Override
    public String words() {
        return "a vector at every pixel";
    }
}
