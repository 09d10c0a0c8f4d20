package lichen.model.generator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.NativeMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.program.Compiler;
import lichen.model.program.Parameters;
import lichen.model.program.Program;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A generator at work on batches of images of one size. After it was made it takes no more memory. Not thread safe. */
public final class Generation {
    private static final FeatureMaps AS_IT_STANDS = new FeatureMaps(Map.of());

    private final Generator generator;
    private final int images;
    private final Size size;
    private final Program program;

    private Generation(Generator generator, int images, Size size, Compiler compiler, TensorScope scope) {
        this.generator = generator;
        this.images = images;
        this.size = size;
        this.program = compiler.compile(List.of(generator.output()), scope);
    }

    /** The random numbers that samples of a seed are made of: the same in a run that trains a generator and wherever it is asked for them. */
    public static RandomStreams samples(long seed) {
        return new RandomStreams(seed).part("samples");
    }

    /**
     * A generator with the numbers that it has, to make images.
     *
     * @param images how many a batch holds
     * @param scope owner of all arrays
     * @throws lichen.core.check.InvalidValueException if there are no images of the size, or the memory for arrays does not
     *     suffice
     */
    public static Generation of(Generator generator, int images, Size size, TensorScope scope) {
        requireMemory(generator, images, size, "Making");
        return new Generation(generator, images, size, generator.compiler(images, size), scope);
    }

    /**
     * A generator that learns: a pullback of its images leaves their gradient in the parameters.
     *
     * @param parameters its numbers
     * @throws lichen.core.check.InvalidValueException as {@link #of}
     */
    public static Generation learning(
            Generator generator, Parameters parameters, int images, Size size, TensorScope scope) {
        requireMemory(generator, images, size, "Learning from");
        return new Generation(
                generator, images, size, generator.compiler(images, size).learning(parameters), scope);
    }

    /**
     * As {@link #learning}, to make patches that are compared with those of photographs: since these do not tile, maps are mirrored at their
     * borders.
     */
    public static Generation learningPatches(
            Generator generator, Parameters parameters, int images, Size size, TensorScope scope) {
        requireMemory(generator, images, size, "Learning from");
        Compiler compiler = generator.compiler(images, size).border(Border.REFLECT);
        return new Generation(generator, images, size, compiler.learning(parameters), scope);
    }

    /**
     * A generator with numbers that others change, to make images as it stands at any time.
     *
     * @param parameters its numbers, and perhaps others
     * @throws lichen.core.check.InvalidValueException as {@link #of}
     */
    public static Generation following(
            Generator generator, Parameters parameters, int images, Size size, TensorScope scope) {
        requireMemory(generator, images, size, "Making");
        return new Generation(
                generator, images, size, generator.compiler(images, size).reading(parameters), scope);
    }

    /**
     * A generator with the numbers that it has, to make single images in which vectors change from place to place: each is a map of the
     * extents of the coarsest noise.
     *
     * @throws lichen.core.check.InvalidValueException as {@link #of}
     */
    public static Generation varying(Generator generator, Size size, TensorScope scope) {
        requireMemory(generator, 1, size, "Making");
        Compiler compiler = generator.compiler(1, size);
        int stride = generator.stride();
        Size maps = new Size(size.width() / stride, size.height() / stride);
        generator.vectors().forEach(vector -> compiler.size(vector, maps));
        return new Generation(generator, 1, size, compiler, scope);
    }

    private static void requireMemory(Generator generator, int images, Size size, String what) {
        NativeMemory.require(
                generator.compiler(images, size).bytes(List.of(generator.output())),
                what + " batches of " + images + " images of " + size.width() + " x " + size.height());
    }

    /** How many images a batch holds. */
    public int images() {
        return images;
    }

    /** Their size. */
    public Size size() {
        return size;
    }

    /**
     * Draws the noise of a batch from a bell curve. That of an image depends on its number alone, not on the batch that it is
     * made in.
     *
     * @param streams random numbers for this generator
     * @param first the number of the batch's first image
     */
    public void draw(RandomStreams streams, long first) {
        draw(streams, first, NoiseRows.Window.whole(size.height()));
    }

    /** What {@link #draw} draws for one image, by input: what {@link #images(Map)} takes of a batch of one. */
    public Map<String, float[]> latents(RandomStreams streams, long image) {
        Map<String, float[]> latents = new HashMap<>();
        for (String name : generator.latents()) {
            latents.put(name, noise(streams, image, name, NoiseRows.Window.whole(size.height())));
        }
        return latents;
    }

    /** Draws what goes with some rows of larger images: vectors are those of the whole image. */
    void draw(RandomStreams streams, long first, NoiseRows.Window window) {
        for (String name : generator.latents()) {
            INDArray noise = program.input(name); // [N,H/s,W/s,C], of vectors [N,1,1,C]
            int each = Math.toIntExact(noise.length() / images);
            float[] all = new float[each * images];
            for (int i = 0; i < images; i++) {
                System.arraycopy(noise(streams, first + i, name, window), 0, all, i * each, each);
            }
            HostMemory.write(all, noise);
        }
    }

    private float[] noise(RandomStreams streams, long image, String name, NoiseRows.Window window) {
        INDArray noise = program.input(name);
        int rows = Math.toIntExact(noise.size(1));
        NoiseRows.Window seen =
                generator.vectors().contains(name) ? NoiseRows.Window.whole(rows) : window.over(size.height() / rows);
        return new NoiseRows(streams, image).of(name, seen, Math.toIntExact(noise.length() / images / rows));
    }

    /**
     * Tells which photograph's texture an image of the batch is to have.
     *
     * @param image its place in the batch
     * @param vector as long as the generator's {@link Generator#photograph}
     */
    public void mean(int image, float[] vector) {
        INDArray all = program.input(Conditioning.INPUT); // [N,1,1,D]
        float[] numbers = HostMemory.toFloats(all);
        System.arraycopy(vector, 0, numbers, image * vector.length, vector.length);
        HostMemory.write(numbers, all);
    }

    /**
     * Gives the pictures that the images of the batch are to be made of.
     *
     * @param pictures as many as a batch holds, of its size
     */
    public void show(List<Image> pictures) {
        INDArray all = program.input(Generator.CONTENT.name()); // [N,H,W,3]
        int each = Math.toIntExact(all.length() / images);
        float[] numbers = new float[each * images];
        for (int i = 0; i < images; i++) {
            System.arraycopy(pictures.get(i).toArray(), 0, numbers, i * each, each);
        }
        HostMemory.write(numbers, all);
    }

    /**
     * Makes the images of the noise that there is as the network does while it learns: normalised by the batch.
     *
     * @return {@code [N,H,W,3]}, the program's own array: it holds until the next call. Its pullback takes a gradient of this shape
     */
    public Evaluation<FeatureMaps, INDArray> make() {
        Evaluation<FeatureMaps, FeatureMaps> made = program.at(AS_IT_STANDS);
        return new Evaluation<>(
                made.value().layer(generator.output()),
                cotangent -> made.pullback().apply(new FeatureMaps(Map.of(generator.output(), cotangent))));
    }

    /** The images with certain numbers, as many as a batch holds, as the network makes them once it is trained. */
    public List<Image> images(RandomStreams streams, long first) {
        draw(streams, first);
        return trained();
    }

    /**
     * The images of certain latents, as many as a batch holds, likewise.
     *
     * @param latents for each input that is to change, the numbers of all images, one after the other
     */
    public List<Image> images(Map<String, float[]> latents) {
        latents.forEach((name, numbers) -> HostMemory.write(numbers, program.input(name)));
        return trained();
    }

    /** The images of the noise that there is, as the network makes them once it is trained. */
    List<Image> trained() {
        float[] all = HostMemory.toFloats(program.trained(AS_IT_STANDS).layer(generator.output()));
        int each = all.length / images;
        return IntStream.range(0, images)
                .mapToObj(i -> Image.of(size.width(), size.height(), Arrays.copyOfRange(all, i * each, (i + 1) * each)))
                .toList();
    }

    /** The program, for losses over numbers. */
    public Program program() {
        return program;
    }
}
