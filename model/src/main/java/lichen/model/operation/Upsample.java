package lichen.model.operation;

import java.util.List;
import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.tensor.Enlargement;

/**
 * Each pixel as a square of pixels ("nearest").
 *
 * @param factor its side
 */
public record Upsample(int factor) implements Weightless {
    private static final String FACTOR = "factor";

    /** Checks the factor. */
    public Upsample {
        Require.atLeast(1, FACTOR, factor);
    }

    @Override
    public int channels(List<Integer> inputs) {
        return inputs.get(0);
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        MapShape input = inputs.get(0);
        return new MapShape(factor * input.height(), factor * input.width(), input.channels());
    }

    /** Where several values come to lie on one pixel of the image, its stride is said to be 1. */
    @Override
    public Layer layer(String name, List<Layer> inputs) {
        Layer input = inputs.get(0);
        int stride = Math.max(1, input.stride() / factor);
        return new Layer(name, Layer.Kind.RESAMPLING, input.channels(), stride, input.receptiveField(), 0);
    }

    @Override
    public void border(Bordering bordering) {
        bordering.squares(factor);
    }

    @Override
    public Backward forward(Forward at) {
        at.run(Enlargement.forward(at.input(), factor, at.output()));
        return back -> back.run(Enlargement.gradient(back.gradient(), factor, back.of(0)));
    }

    @Override
    public Description description() {
        return new Description("up-sampling").with(FACTOR, factor);
    }

    static Upsample read(Stored stored) {
        return new Upsample(stored.whole(FACTOR, 1, "a factor"));
    }

    @Override
    public String words() {
        return "up-sampling by " + factor;
    }
}
