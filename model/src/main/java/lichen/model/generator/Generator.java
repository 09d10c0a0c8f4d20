package lichen.model.generator;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.program.Compiler;
import lichen.model.weights.NetworkFileException;
import lichen.model.weights.WeightsFile;
import org.jspecify.annotations.Nullable;

/**
 * A network that makes images of any size, a multiple of its stride, out of noise of the extents that go with it, and
 * vectors, which are the same everywhere. It sees its maps begin again beyond their border, so that what it makes tiles.
 */
public final class Generator {
    private final Graph graph;
    private final Map<String, Integer> strides;
    private final Map<String, Integer> vectors = new TreeMap<>();

    private Generator(Graph graph) {
        this.graph = graph;
        this.strides = new TreeMap<>(Strides.of(graph));
        List<String> read = graph.ancestors(List.of(last(graph))).stream()
                .flatMap(node -> node.inputs().stream())
                .toList();
        graph.inputs().stream()
                .filter(input -> Strides.isVector(input) && read.contains(input.name()))
                .forEach(input -> vectors.put(input.name(), input.channels()));
    }

    /**
     * A generator by its graph.
     *
     * @param graph its last node gives the image
     * @throws InvalidValueException if it gives no image, if it is given an image, or if it does not suit images of any size
     */
    public static Generator of(Graph graph) {
        Require.that(!graph.nodes().isEmpty(), "layers", "must be at least one");
        List<String> fixed = graph.inputs().stream()
                .filter(input -> input.size().isPresent() && !Strides.isVector(input) || input.equals(Input.IMAGE))
                .map(Input::name)
                .toList();
        Require.that(fixed.isEmpty(), "inputs", "must be noise of any extent, but are " + fixed);
        int channels = Objects.requireNonNull(graph.channels().get(last(graph)));
        Require.that(
                channels == Image.CHANNELS, "layers", "must end in an image, but end in " + channels + " channels");
        return new Generator(graph);
    }

    /**
     * Reads a generator.
     *
     * @throws NetworkFileException if the file holds none, or a network of another kind
     * @throws IOException if it cannot be read
     */
    public static Generator read(FileReference file) throws IOException {
        Graph graph = WeightsFile.read(file).graph();
        try {
            return of(graph);
        } catch (InvalidValueException e) {
            throw new NetworkFileException(
                    file,
                    "is no generator: its " + e.name() + " " + e.reason()
                            + "; name the weights that the training of a generator has left",
                    e);
        }
    }

    /** The network. */
    public Graph graph() {
        return graph;
    }

    /** What the sides of its images are multiples of. */
    public int stride() {
        return strides.values().stream().max(Comparator.naturalOrder()).orElse(1);
    }

    /**
     * Checks that there are images of a size.
     *
     * @throws InvalidValueException if there are none
     */
    public void requireSize(Size size) {
        int stride = stride();
        Require.that(
                size.width() % stride == 0 && size.height() % stride == 0,
                "size",
                "must be a multiple of " + stride
                        + " in both directions, since the generator's coarsest noise has a pixel"
                        + " for so many of the image, but is " + size + ": the nearest is "
                        + new Size(nearest(size.width()), nearest(size.height())));
    }

    /** How many numbers the noise of an image has. */
    public long noise(Size size) {
        requireSize(size);
        return graph.inputs().stream().mapToLong(input -> noise(input, size)).sum();
    }

    private long noise(Input input, Size size) {
        @Nullable Integer stride = strides.get(input.name());
        if (stride == null) {
            return vectors.getOrDefault(input.name(), 0);
        }
        return (long) (size.width() / stride) * (size.height() / stride) * input.channels();
    }

    private int nearest(int side) {
        return Math.max(1, Math.round((float) side / stride())) * stride();
    }

    /** The name of the node that gives the image. */
    String output() {
        return last(graph);
    }

    /** The inputs that the image depends on, in the order of their names. */
    List<String> inputs() {
        TreeSet<String> names = new TreeSet<>(strides.keySet());
        names.addAll(vectors.keySet());
        return List.copyOf(names);
    }

    /** The inputs that are the same everywhere, in the order of their names. */
    public List<String> vectors() {
        return List.copyOf(vectors.keySet());
    }

    /** Ready to be compiled for so many images at once. */
    Compiler compiler(int images, Size size) {
        requireSize(size);
        Compiler compiler = Compiler.of(graph).batch(images).border(Border.CIRCULAR);
        strides.forEach(
                (input, stride) -> compiler.size(input, new Size(size.width() / stride, size.height() / stride)));
        return compiler;
    }

    private static String last(Graph graph) {
        List<Node> nodes = graph.nodes();
        return nodes.get(nodes.size() - 1).name();
    }
}
