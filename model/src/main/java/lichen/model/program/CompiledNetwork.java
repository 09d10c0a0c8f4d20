package lichen.model.program;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.ImageTooSmallException;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.feature.Pyramid;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network given as a graph, run by programs. */
public final class CompiledNetwork implements FeatureNetwork {
    private final Graph graph;
    private final Architecture architecture;

    private CompiledNetwork(Graph graph) {
        this.graph = graph;
        this.architecture = architecture(graph);
    }

    /**
     * The network that a graph describes, as it is once it is trained; it looks at all octaves of an image.
     *
     * @throws lichen.core.check.InvalidValueException if it is given anything but an image
     */
    public static FeatureNetwork of(Graph graph) {
        Require.that(
                graph.inputs().equals(List.of(Input.IMAGE)), "inputs", "must be an image, but are " + graph.inputs());
        return new Pyramid(new CompiledNetwork(graph.trained()));
    }

    private static Architecture architecture(Graph graph) {
        Map<String, Layer> layers = new LinkedHashMap<>();
        layers.put(Architecture.IMAGE, new Layer(Architecture.IMAGE, Layer.Kind.IMAGE, Image.CHANNELS, 1, 1, 0));
        for (Node node : graph.nodes()) {
            List<Layer> inputs = node.inputs().stream()
                    .map(name -> Objects.requireNonNull(layers.get(name)))
                    .toList();
            layers.put(node.name(), node.operation().layer(node.name(), inputs));
        }
        return new Architecture(List.copyOf(layers.values()));
    }

    @Override
    public Architecture architecture() {
        return architecture;
    }

    @Override
    public Map<String, MapShape> shapes(Size size, Border border, Collection<String> taps) {
        List<String> selected = architecture.select(taps);
        selected.forEach(tap -> requireVisible(size, architecture.layer(tap)));
        if (border == Border.CIRCULAR) {
            graph.ancestors(selected).forEach(node -> requireWhole(size, architecture.layer(node.name())));
        }
        Map<String, MapShape> all = compiler(size, border).shapes(selected);
        Map<String, MapShape> shapes = new LinkedHashMap<>();
        selected.forEach(tap -> shapes.put(tap, Objects.requireNonNull(all.get(tap))));
        return shapes;
    }

    @Override
    public Differentiable<INDArray, FeatureMaps> compile(
            Size size, Border border, Collection<String> taps, TensorScope scope) {
        List<String> selected = List.copyOf(shapes(size, border, taps).keySet());
        Program program = compiler(size, border).gradientOf(Architecture.IMAGE).compile(selected, scope);
        return image -> {
            Nhwc.requireImage(image);
            var evaluation = program.at(new FeatureMaps(Map.of(Architecture.IMAGE, image)));
            return new Evaluation<>(
                    evaluation.value(),
                    cotangent -> evaluation.pullback().apply(cotangent).layer(Architecture.IMAGE));
        };
    }

    private Compiler compiler(Size size, Border border) {
        return Compiler.of(graph).size(Architecture.IMAGE, size).border(border);
    }

    private static void requireVisible(Size size, Layer layer) {
        if (Math.min(size.width(), size.height()) < layer.receptiveField()) {
            throw new ImageTooSmallException(size, layer);
        }
    }

    private static void requireWhole(Size size, Layer layer) {
        int stride = layer.stride();
        Require.that(
                size.width() % stride == 0 && size.height() % stride == 0,
                "size",
                "must be a multiple of " + stride + " in both directions for a circular border, since the layer "
                        + layer.name() + " moves in steps of " + stride + " pixels, but is " + size
                        + ": use another size, the border reflect, or only layers before it");
    }
}
