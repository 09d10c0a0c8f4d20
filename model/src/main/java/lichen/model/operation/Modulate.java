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
 * Each image of the batch scaled and shifted by numbers of its own, which are inputs: y[n,c] = scale[n,c] x[n,c] +
 * shift[n,c]. After a normalisation it makes that a conditional one.
 *
 * <p>x {@code [N,H,W,C]}, scale and shift {@code [N,1,1,C]}. Source: Dumoulin, Shlens and Kudlur, "A learned representation
 * for artistic style" (2017), equation 5.
 */
public record Modulate() implements Pointwise, Weightless {
    private static final int SCALE = 1;
    private static final int SHIFT = 2;

    @Override
    public Arity arity() {
        return Arity.THREE;
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.NORMALIZATION;
    }

    @Override
    public List<String> misfits(List<Integer> inputs) {
        return Add.alike(inputs);
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        Require.that(
                inputs.subList(SCALE, inputs.size()).stream()
                        .allMatch(input -> input.height() == 1 && input.width() == 1),
                "size",
                "must be 1 x 1 for a scale and a shift");
        return inputs.get(0);
    }

    @Override
    public void border(Bordering bordering) {
        bordering.pixelsOfFirst();
    }

    @Override
    public Backward forward(Forward at) {
        List<INDArray> inputs = at.inputs();
        for (int n = 0; n < inputs.get(0).size(0); n++) {
            at.run(Elementwise.scaleAndShift(
                    Views.image(inputs.get(0), n),
                    numbers(inputs.get(SCALE), n),
                    numbers(inputs.get(SHIFT), n),
                    Views.image(at.output(), n),
                    at.scope()));
        }
        return back -> carry(inputs, back);
    }

    private static void carry(List<INDArray> inputs, Gradients at) {
        if (at.wants(SHIFT)) {
            sums(at.gradient(), at.of(SHIFT), at);
        }
        if (at.wants(SCALE)) {
            INDArray products = at.take(at.gradient().shape());
            at.run(Elementwise.multiply(at.gradient(), inputs.get(0), products));
            sums(products, at.of(SCALE), at);
            at.give(products);
        }
        if (at.wants(0)) {
            for (int n = 0; n < at.gradient().size(0); n++) {
                INDArray image = Views.image(at.gradient(), n);
                at.run(Elementwise.scaleEachChannel(image, numbers(inputs.get(SCALE), n), image));
            }
            at.pass();
        }
    }

    /** {@code [N,H,W,C] -> [N,1,1,C]}. */
    private static void sums(INDArray maps, INDArray sums, Gradients at) {
        for (int n = 0; n < maps.size(0); n++) {
            at.run(ChannelSums.of(Views.image(maps, n), numbers(sums, n), at.scope()));
        }
    }

    /** The numbers of one image, {@code [C]}: the same memory. */
    private static INDArray numbers(INDArray all, int image) {
        return Views.vector(Views.image(all, image));
    }

    @Override
    public Description description() {
        return new Description("modulation");
    }

    @Override
    public String words() {
        return "scale and shift of each image";
    }
}
