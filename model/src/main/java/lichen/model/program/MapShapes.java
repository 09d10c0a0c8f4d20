package lichen.model.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.feature.MapShape;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.model.graph.Channels;
import lichen.model.graph.Node;
import lichen.model.graph.Operation;

/** Follows an image through nodes, by shapes alone. */
final class MapShapes {
    private final Map<String, MapShape> shapes = new HashMap<>();

    private MapShapes(Size size) {
        shapes.put(Architecture.IMAGE, new MapShape(size.height(), size.width(), Image.CHANNELS));
    }

    /**
     * The shape of what each node gives, and of the image, by name.
     *
     * @param nodes the nodes, in the order of computation
     * @throws lichen.core.check.InvalidValueException if nothing is left of the image at a node, or too little to continue it
     */
    static Map<String, MapShape> of(List<Node> nodes, Size size) {
        MapShapes followed = new MapShapes(size);
        nodes.forEach(node -> followed.shapes.put(node.name(), followed.after(node)));
        return followed.shapes;
    }

    private MapShape after(Node node) {
        List<MapShape> inputs = node.inputs().stream()
                .map(name -> Objects.requireNonNull(shapes.get(name)))
                .toList();
        MapShape before = inputs.get(0);
        long height = before.height();
        long width = before.width();
        if (node.operation() instanceof Operation.Windowed windowed) {
            Convolution geometry = windowed.geometry();
            height = geometry.outputHeight(height);
            width = geometry.outputWidth(width);
            Require.that(
                    height > 0 && width > 0,
                    "size",
                    "is too small: nothing is left of the image at the layer " + node.name());
        } else if (node.operation() instanceof Operation.Extend extend) {
            requireMirrored(node, extend, before);
            height += extend.margins().rows();
            width += extend.margins().columns();
        }
        List<Integer> channels =
                inputs.stream().map(shape -> (int) shape.channels()).toList();
        return new MapShape(height, width, Channels.after(node.operation(), channels));
    }

    private static void requireMirrored(Node node, Operation.Extend extend, MapShape before) {
        Margins margins = extend.margins();
        Require.that(
                extend.kind() != Extension.Kind.REFLECT
                        || (Math.max(margins.top(), margins.bottom()) < before.height()
                                && Math.max(margins.left(), margins.right()) < before.width()),
                "size",
                "is too small: at the layer " + node.inputs().get(0) + " " + before.extents()
                        + " are left of the image, too few to be mirrored: use a larger image, or another border");
    }
}
