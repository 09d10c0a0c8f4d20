package lichen.model.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.core.feature.MapShape;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.model.graph.Node;
import lichen.model.operation.Bordering;
import lichen.model.operation.Extend;
import lichen.model.operation.Windowed;

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

    private Bordered(Extension.Kind kind, Map<String, MapShape> inputs) {
        this.kind = kind;
        inputs.forEach((name, shape) -> extents.put(name, Extents.of((int) shape.height(), (int) shape.width())));
    }

    /**
     * The nodes that compute the same with another border.
     *
     * @param nodes the nodes, in the order of computation
     * @throws lichen.core.check.InvalidValueException if maps cannot be circular, since a layer pads twice
     */
    static List<Node> rewrite(List<Node> nodes, Map<String, MapShape> inputs, Border border) {
        if (border == Border.NETWORK) {
            return nodes;
        }
        Bordered bordered = new Bordered(
                switch (border) {
                    case REFLECT -> Extension.Kind.REFLECT;
                    case CIRCULAR -> Extension.Kind.CIRCULAR;
                    default -> Extension.Kind.ZERO;
                },
                inputs);
        nodes.forEach(node -> node.operation().border(bordered.new Place(node)));
        return bordered.nodes;
    }

    /** Rows or columns of a map: how many there are, and how many of them repeat others of a torus. */
    private record Extent(int all, int repeated) {
        static Extent of(int all) {
            return new Extent(all, 0);
        }

        Extent times(int factor) {
            return new Extent(factor * all, factor * repeated);
        }
    }

    private record Extents(Extent rows, Extent columns) {
        static Extents of(int rows, int columns) {
            return new Extents(Extent.of(rows), Extent.of(columns));
        }
    }

    /** A node that is about to be added. */
    private final class Place implements Bordering {
        private final Node node;
        private final Extents before;

        Place(Node node) {
            this.node = node;
            this.before = extentsOf(node.inputs().get(0));
        }

        @Override
        public void pixels() {
            for (String input : node.inputs()) {
                Require.that(
                        extentsOf(input).equals(before),
                        "border",
                        "must be network: the layers " + node.inputs() + ", which " + node.name()
                                + " puts together, are padded differently");
            }
            add(node, before);
        }

        @Override
        public void pixelsOfFirst() {
            add(node, before);
        }

        @Override
        public void windows(Windowed operation) {
            addWindowed(node, operation, before);
        }

        @Override
        public void margins(Margins margins) {
            add(
                    node.with(new Extend(kind, margins)),
                    new Extents(
                            extended(before.rows(), margins.rows()), extended(before.columns(), margins.columns())));
        }

        @Override
        public void squares(int side) {
            add(node, new Extents(before.rows().times(side), before.columns().times(side)));
        }

        @Override
        public void whole(int rows, int columns) {
            Require.that(
                    before.rows().repeated() == 0 && before.columns().repeated() == 0,
                    "border",
                    "must not be circular for this network: the layer " + node.name()
                            + " reads all of a map, margins included; use reflect");
            add(node, Extents.of(rows, columns));
        }
    }

    private void add(Node node, Extents after) {
        extents.put(node.name(), after);
        nodes.add(node);
    }

    private Extent extended(Extent extent, int margin) {
        int repeated = kind == Extension.Kind.CIRCULAR ? extent.repeated() + margin : 0;
        return new Extent(extent.all() + margin, repeated);
    }

    private void addWindowed(Node node, Windowed operation, Extents before) {
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
        Windowed inside = kind == Extension.Kind.ZERO ? operation : operation.with(Convolution.Padding.VALID);
        add(
                new Node(node.name(), inside, List.of(input), node.owner()),
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
            add(new Node(name, new Extend(kind, margins), input), extentsOf(input));
        }
        return name;
    }

    private Extents extentsOf(String name) {
        return Objects.requireNonNull(extents.get(name));
    }
}
