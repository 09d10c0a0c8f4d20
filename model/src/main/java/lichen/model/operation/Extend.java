package lichen.model.operation;

import java.util.List;
import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;

/**
 * The image continued beyond its border: what a valid convolution needs to meet no edge.
 *
 * @param kind what it is continued by
 * @param margins how far
 */
public record Extend(Extension.Kind kind, Margins margins) implements Weightless {
    @Override
    public int channels(List<Integer> inputs) {
        return inputs.get(0);
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        MapShape input = inputs.get(0);
        Require.that(
                kind != Extension.Kind.REFLECT
                        || (Math.max(margins.top(), margins.bottom()) < input.height()
                                && Math.max(margins.left(), margins.right()) < input.width()),
                "size",
                "is too small: " + input.extents()
                        + " are left of the image, too few to be mirrored: use a larger image, or another border");
        return new MapShape(input.height() + margins.rows(), input.width() + margins.columns(), input.channels());
    }

    @Override
    public Layer layer(String name, List<Layer> inputs) {
        Layer input = inputs.get(0);
        return new Layer(name, Layer.Kind.REARRANGEMENT, input.channels(), input.stride(), input.receptiveField(), 0);
    }

    @Override
    public void border(Bordering bordering) {
        bordering.margins(margins);
    }

    @Override
    public Backward forward(Forward at) {
        at.run(Extension.forward(kind, margins, at.input(), at.output()));
        return back -> back.run(Extension.inputGradient(kind, margins, back.gradient(), back.of(0)));
    }

    @Override
    public Description description() {
        String word = switch (kind) {
            case ZERO -> "zero-padding";
            case REFLECT -> "reflection";
            case CIRCULAR -> "circular-padding";
        };
        return new Description(word)
                .with("margins", List.of(margins.top(), margins.bottom(), margins.left(), margins.right()));
    }

    static Extend read(Stored stored, Extension.Kind kind) {
        List<Integer> sides = stored.wholes("margins", 4, 0, "four margins");
        return new Extend(kind, new Margins(sides.get(0), sides.get(1), sides.get(2), sides.get(3)));
    }

    @Override
    public String words() {
        return Description.word(kind) + " margins of " + margins.top() + ", " + margins.bottom() + ", " + margins.left()
                + " and " + margins.right() + " pixels";
    }
}
