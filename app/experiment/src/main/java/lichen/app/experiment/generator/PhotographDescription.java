package lichen.app.experiment.generator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.KnownPhotographs;
import lichen.model.spec.Wavelets;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a photograph looks like, in a vector of numbers that need no weights: the mean of each rectified wavelet, on a scale of logarithms,
 * and mean and deviation of each colour. Photographs that look alike have vectors that are near each other.
 */
public final class PhotographDescription {
    /** What weights tell of the extents of the photographs that they have learned from. */
    static final String SEEN = "seen";

    /** What the coarsest wavelet sees at once. */
    private static final int LEAST = 45;
    /** Below this, the mean of a wavelet counts as none. */
    private static final double FAINT = 1e-4;

    private PhotographDescription() {}

    /** Reads a photograph. */
    @FunctionalInterface
    public interface Reading {
        /** Reads it. */
        Image read() throws IOException;
    }

    /**
     * The vector that tells a generator whose texture is meant: the photograph's of that name if it has learned from it, or else of what
     * it looks like.
     *
     * @param told what the generator's weights tell of themselves
     * @param photograph reads it, where its looks are needed
     * @return none where the generator knows those alone that it has learned from
     */
    public static Optional<float[]> of(String name, Map<String, String> told, Reading photograph) throws IOException {
        KnownPhotographs known = KnownPhotographs.of(told);
        float[] vector = known.vectors().get(name);
        if (vector != null) {
            return Optional.of(vector);
        }
        return known.areDescribed() ? Optional.of(of(photograph.read(), told)) : Optional.empty();
    }

    /**
     * The vector of a photograph for a generator: it is looked at in the extents of those that the generator has learned from.
     *
     * @param told what the generator's weights tell of themselves
     * @throws InvalidValueException if they do not tell the extents
     */
    private static float[] of(Image photograph, Map<String, String> told) throws IOException {
        String[] sides = told.getOrDefault(SEEN, "").split(" x ");
        Size size;
        try {
            size = new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidValueException("weights", "do not tell at which size photographs are described");
        }
        return of(Resize.fit(photograph, size));
    }

    /**
     * Checks that photographs of a size can be described.
     *
     * @throws InvalidValueException if they are smaller than the largest wavelet
     */
    static void requireSize(Size size) {
        Require.that(
                Math.min(size.width(), size.height()) >= LEAST,
                "image",
                "must have " + LEAST + " pixels along each side to be described, but it is looked at in " + size
                        + ": take a larger part of it, or \"vector\": \"choice\"");
    }

    /** The vector of a photograph: as many numbers for each. */
    public static float[] of(Image photograph) throws IOException {
        FeatureNetwork network = new Wavelets(3, 4, 4).open(new RandomStreams(0).stream("network"));
        List<Float> numbers = new ArrayList<>();
        try (TensorScope scope = new TensorScope()) {
            List<String> layers = network.architecture().select(List.of("wavelets-0", "wavelets-1", "wavelets-2"));
            Differentiable<INDArray, FeatureMaps> program =
                    network.compile(photograph.size(), Border.REFLECT, layers, scope);
            FeatureMaps maps = program.at(photograph.tensor(scope)).value();
            for (String layer : layers) {
                for (double mean : means(
                        HostMemory.toFloats(maps.layer(layer)),
                        maps.layer(layer).size(3))) {
                    numbers.add((float) StrictMath.log(mean + FAINT));
                }
            }
        }
        addColours(photograph, numbers);
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i);
        }
        return vector;
    }

    private static double[] means(float[] map, long channels) {
        double[] means = new double[(int) channels];
        for (int i = 0; i < map.length; i++) {
            means[i % means.length] += map[i];
        }
        for (int c = 0; c < means.length; c++) {
            means[c] *= (double) means.length / map.length;
        }
        return means;
    }

    private static void addColours(Image photograph, List<Float> numbers) {
        double[] mean = photograph.meanColour();
        double[] squares = new double[Image.CHANNELS];
        float[] rgb = photograph.toArray();
        for (int i = 0; i < rgb.length; i++) {
            double difference = rgb[i] - mean[i % Image.CHANNELS];
            squares[i % Image.CHANNELS] += difference * difference * Image.CHANNELS / rgb.length;
        }
        for (int c = 0; c < Image.CHANNELS; c++) {
            numbers.add((float) mean[c]);
            numbers.add((float) Math.sqrt(squares[c]));
        }
    }
}
