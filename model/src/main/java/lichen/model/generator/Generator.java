package lichen.model.generator;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

/**
 * A network that makes images of any size, a multiple of its stride, out of noise of the extents that go with it. It sees its
 * maps begin again beyond their border, so that what it makes tiles.
 */
public final class Generator {
    private final Graph graph;
    private final Map<String, Integer> strides;

    private Generator(Graph graph) {
        this.graph = graph;
        this.strides = new TreeMap<>(Strides.of(graph));
    }

    /**
     * A generator by its graph.
     *
     * @param graph its last node gives the image
     * @throws InvalidValueException if it gives no image, if it is given an image or a vector, or if it does not suit images of
     *     any size
     */
    public static Generator of(Graph graph) {
        Require.that(!graph.nodes().isEmpty(), "layers", "must be at least one");
        List<String> fixed = graph.inputs().stream()
                .filter(input -> input.size().isPresent() || input.equals(Input.IMAGE))
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
                            + "; name the weights that an experiment of the type \"texture-network\" has left",
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
        return graph.inputs().stream()
                .filter(input -> strides.containsKey(input.name()))
                .mapToLong(input -> {
                    int stride = Objects.requireNonNull(strides.get(input.name()));
                    return (long) (size.width() / stride) * (size.height() / stride) * input.channels();
                })
                .sum();
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
        return List.copyOf(strides.keySet());
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
