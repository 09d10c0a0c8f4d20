package lichen.model.generator;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * A network that makes images of any size, a multiple of its stride, out of noise of the extents that go with it, and of vectors, which are
 * the same everywhere. It sees its maps begin again beyond their border, so that what it makes tiles.
 *
 * <p>Beside what is drawn it may be given a picture of the image's extents, which it makes again; then it sees its maps mirrored beyond their
 * border, since pictures do not tile. And it may be given a vector that tells of many photographs whose texture is meant ({@link Conditioning}).
 * Which input is which, their names and extents tell.
 */
public final class Generator {
    /** A picture that is made again; not just any image, so that no other network of images is taken for a generator. */
    public static final Input CONTENT = new Input("content", Image.CHANNELS, Optional.empty());

    private final Graph graph;
    private final List<Input> inputs;
    private final Strides strides;
    private final OptionalInt reach;

    private Generator(Graph graph) {
        this.graph = graph;
        this.strides = Strides.of(graph);
        this.reach = Reach.of(graph, strides);
        Set<String> read = graph.ancestors(List.of(last(graph))).stream()
                .flatMap(node -> node.inputs().stream())
                .collect(Collectors.toSet());
        this.inputs = graph.inputs().stream()
                .filter(input -> read.contains(input.name()))
                .sorted(Comparator.comparing(Input::name))
                .toList();
    }

    /**
     * A generator by its graph.
     *
     * @param graph its last node gives the image
     * @throws InvalidValueException if it gives no image, if it does not suit images of any size, or if it is given what is neither
     *     drawn nor a picture nor the vector of a photograph
     */
    public static Generator of(Graph graph) {
        Require.that(!graph.nodes().isEmpty(), "layers", "must be at least one");
        List<String> others = graph.inputs().stream()
                .filter(input -> InputKind.of(input) == InputKind.OTHER)
                .map(Input::name)
                .toList();
        Require.that(others.isEmpty(), "inputs", "must be noise of any extent or vectors, but are " + others);
        int channels = Objects.requireNonNull(graph.channels().get(last(graph)));
        Require.that(
                channels == Image.CHANNELS, "layers", "must end in an image, but end in " + channels + " channels");
        Generator generator = new Generator(graph);
        generator.given(InputKind.CONTENT::equals).forEach(content -> {
            int stride = generator.strides.of(content.name());
            Require.that(stride == 1, "inputs", "must show content at full size, but a pixel stands for " + stride);
        });
        return generator;
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
        return strides.greatest();
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
                        + " for so many of the image, but is " + size + ": the nearest is " + nearest(size));
    }

    /** How many numbers are drawn for an image. */
    public long noise(Size size) {
        requireSize(size);
        return given(InputKind::isDrawn)
                .mapToLong(input -> {
                    Size extents = extents(input, size);
                    return (long) extents.width() * extents.height() * input.channels();
                })
                .sum();
    }

    /** The extents of an input that go with those of the image. */
    private Size extents(Input input, Size size) {
        return input.size().orElseGet(() -> {
            int stride = strides.of(input.name());
            return new Size(size.width() / stride, size.height() / stride);
        });
    }

    private Stream<Input> given(Predicate<InputKind> kind) {
        return inputs.stream().filter(input -> kind.test(InputKind.of(input)));
    }

    private List<String> names(Predicate<InputKind> kind) {
        return given(kind).map(Input::name).toList();
    }

    /**
     * Checks that the generator can learn from images of a size: over the single pixel of a map, nothing can be normalised.
     *
     * @throws InvalidValueException if there are none, or they are too small
     */
    public void requireLearning(Size size) {
        requireSize(size);
        int least = 2 * stride();
        Require.that(
                size.width() >= least && size.height() >= least,
                "size",
                "must be at least " + new Size(least, least)
                        + " to learn from, so that the coarsest maps have pixels to be" + " normalised over, but is "
                        + size + ": take larger images, or fewer scales");
    }

    /** The size nearest to another that there are images of. */
    public Size nearest(Size size) {
        return new Size(nearest(size.width()), nearest(size.height()));
    }

    private int nearest(int side) {
        return Math.max(1, Math.round((float) side / stride())) * stride();
    }

    /**
     * How many pixels away from a pixel of an image the noise lies that it depends on; empty where it depends on all noise, because the
     * generator normalises over the image, or on its place, because of waves. Images of a generator that has one can be made in {@link Strips}.
     */
    public OptionalInt reach() {
        return reach;
    }

    /** The name of the node that gives the image. */
    String output() {
        return last(graph);
    }

    /** How many numbers the vector has that tells which photograph's texture is meant; empty where there is but one. */
    public OptionalInt photograph() {
        return given(InputKind.PHOTOGRAPH::equals).mapToInt(Input::channels).findFirst();
    }

    /** Whether it is given a picture, to make it again. */
    public boolean isGivenPicture() {
        return given(InputKind.CONTENT::equals).findAny().isPresent();
    }

    /** Whether all that it is given is drawn. */
    public boolean isGivenNoiseAlone() {
        return inputs.stream().allMatch(input -> InputKind.of(input).isDrawn());
    }

    /**
     * Checks that all that it is given is drawn.
     *
     * @param name of what names the generator
     * @throws InvalidValueException if it is given a photograph's vector or a picture as well
     */
    public void requireNoiseAlone(String name) {
        Require.that(
                isGivenNoiseAlone(),
                name,
                "must make images of noise alone, but the generator is given "
                        + (isGivenPicture() ? "a picture to make again" : "the vector of a photograph") + " as well");
    }

    /** The inputs that are drawn and that the image depends on, in the order of their names. */
    List<String> latents() {
        return names(InputKind::isDrawn);
    }

    /** Those of them that are the same everywhere, in the order of their names. */
    public List<String> vectors() {
        return names(InputKind.VECTOR::equals);
    }

    /** Ready to be compiled for so many images at once. */
    Compiler compiler(int images, Size size) {
        requireSize(size);
        Compiler compiler =
                Compiler.of(graph).batch(images).border(isGivenPicture() ? Border.REFLECT : Border.CIRCULAR);
        given(InputKind::hasExtents).forEach(input -> compiler.size(input.name(), extents(input, size)));
        return compiler;
    }

    private static String last(Graph graph) {
        List<Node> nodes = graph.nodes();
        return nodes.get(nodes.size() - 1).name();
    }
}
