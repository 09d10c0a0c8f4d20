package lichen.model.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.image.Size;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.model.graph.Node;
import lichen.model.graph.Operation;

/**
 * Nodes in the making in which no layer meets the border of the image: where a window would reach over it, the maps are
 * continued first. What a layer puts out in the middle of the image stays the same.
 *
 * <p>With {@link Border#CIRCULAR}, every map is that of a torus: a layer without padding goes round as well, its first window
 * where it was.
 */
final class Bordered {
    private final Extension.Kind kind;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Extents> extents = new HashMap<>();

    private Bordered(Extension.Kind kind, Size size) {
        this.kind = kind;
        extents.put(Architecture.IMAGE, new Extents(Extent.of(size.height()), Extent.of(size.width())));
    }

    /**
     * The nodes that compute the same with another border.
     *
     * @param nodes the nodes, in the order of computation
     * @throws lichen.core.check.InvalidValueException if maps cannot be circular, since a layer pads twice
     */
    static List<Node> rewrite(List<Node> nodes, Size size, Border border) {
        if (border == Border.NETWORK) {
            return nodes;
        }
        Bordered bordered = new Bordered(
                switch (border) {
                    case REFLECT -> Extension.Kind.REFLECT;
                    case CIRCULAR -> Extension.Kind.CIRCULAR;
                    default -> Extension.Kind.ZERO;
                },
                size);
        nodes.forEach(bordered::add);
        return bordered.nodes;
    }

    /** Rows or columns of a map: how many there are, and how many of them repeat others of a torus. */
    private record Extent(int all, int repeated) {
        static Extent of(int all) {
            return new Extent(all, 0);
        }
    }

    private record Extents(Extent rows, Extent columns) {}

    private void add(Node node) {
        Operation operation = node.operation();
        Extents before = extentsOf(node.inputs().get(0));
        if (operation instanceof Operation.Extend extend) {
            Margins margins = extend.margins();
            extents.put(
                    node.name(),
                    new Extents(
                            extended(before.rows(), margins.rows()), extended(before.columns(), margins.columns())));
            nodes.add(new Node(node.name(), new Operation.Extend(kind, margins), node.inputs()));
        } else if (operation instanceof Operation.Windowed windowed) {
            addWindowed(node, windowed, before);
        } else {
            for (String input : node.inputs()) {
                Require.that(
                        extentsOf(input).equals(before),
                        "border",
                        "must be network: the layers " + node.inputs() + ", which " + node.name()
                                + " puts together, are padded differently");
            }
            extents.put(node.name(), before);
            nodes.add(node);
        }
    }

    private Extent extended(Extent extent, int margin) {
        int repeated = kind == Extension.Kind.CIRCULAR ? extent.repeated() + margin : 0;
        return new Extent(extent.all() + margin, repeated);
    }

    private void addWindowed(Node node, Operation.Windowed operation, Extents before) {
        Convolution geometry = operation.geometry();
        int stride = geometry.stride();
        boolean same = geometry.padding() == Convolution.Padding.SAME;
        int rows = missing(node, geometry, geometry.kernelHeight(), before.rows());
        int columns = missing(node, geometry, geometry.kernelWidth(), before.columns());
        Margins margins = same
                ? new Margins(rows / 2, rows - rows / 2, columns / 2, columns - columns / 2)
                : new Margins(0, rows, 0, columns);
        String input = node.inputs().get(0);
        boolean asItWas = margins.isEmpty() || kind == Extension.Kind.ZERO;
        if (!asItWas) {
            input = continued(input, margins);
        }
        Operation inside = kind == Extension.Kind.ZERO ? operation : operation.with(Convolution.Padding.VALID);
        nodes.add(new Node(node.name(), inside, input));
        extents.put(
                node.name(),
                new Extents(
                        after(before.rows(), rows, geometry.kernelHeight(), stride),
                        after(before.columns(), columns, geometry.kernelWidth(), stride)));
    }

    /** How many rows or columns the windows of a layer reach over the border. */
    private int missing(Node node, Convolution geometry, int kernel, Extent before) {
        int stride = geometry.stride();
        boolean same = geometry.padding() == Convolution.Padding.SAME;
        if (kind == Extension.Kind.CIRCULAR) {
            int windows = (before.all() - before.repeated()) / stride;
            int missing = Math.max((windows - 1) * stride + kernel - before.all(), 0);
            Require.that(
                    before.repeated() == 0 || (missing == 0 && !same),
                    "border",
                    "must not be circular for this network: the layer " + node.name()
                            + " needs another margin than the padding before it gives; use reflect");
            return missing;
        }
        if (!same) {
            return 0;
        }
        int windows = (before.all() + stride - 1) / stride;
        return Math.max((windows - 1) * stride + kernel - before.all(), 0);
    }

    private static Extent after(Extent before, int missing, int kernel, int stride) {
        int all = Math.floorDiv(before.all() + missing - kernel, stride) + 1;
        return before.repeated() == 0
                ? Extent.of(all)
                : new Extent(all, all - (before.all() - before.repeated()) / stride);
    }

    /** The maps of a layer with margins: made once for all that read them. */
    private String continued(String input, Margins margins) {
        String name = input + " continued by " + margins;
        if (!extents.containsKey(name)) {
            extents.put(name, extentsOf(input));
            nodes.add(new Node(name, new Operation.Extend(kind, margins), input));
        }
        return name;
    }

    private Extents extentsOf(String name) {
        return Objects.requireNonNull(extents.get(name));
    }
}
