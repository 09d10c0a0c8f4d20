package lichen.model.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.npy.NdArray;
import lichen.core.random.NormalDeviates;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Dense;
import lichen.model.operation.InstanceNormalize;
import lichen.model.operation.Modulate;
import lichen.model.operation.PixelNormalize;
import lichen.model.operation.ScaleShift;

/**
 * Makes a generator one of many photographs: it is given a vector that tells which, and the scale and shift after each of its
 * normalisations become functions of that vector. All other numbers are common to all photographs.
 *
 * <pre>code = W (v - mean) / deviation + b,   scale = A code + 1,   shift = B code</pre>
 *
 * <p>Since the code is an affine function of the vector, a mixture of vectors has the mixture of their codes.
 *
 * <p>Source: Dumoulin, Shlens and Kudlur, "A learned representation for artistic style" (2017), section 2.2; there the code is a
 * choice among styles, as it is here for vectors with a single 1.
 *
 * @param code how many numbers the code has
 * @param mean of the vectors
 * @param deviation what their differences from it are divided by; above 0
 */
public record Conditioning(int code, float[] mean, float[] deviation) {
    /** The name of the input that is given the vector. */
    public static final String INPUT = "photograph";

    private static final String STANDARDIZED = INPUT + "-standardized";
    private static final String CODE = INPUT + "-code";
    /** How far the scales and shifts of photographs are apart at first. */
    private static final double SPREAD = 0.3;

    /** Checks the extents. */
    public Conditioning {
        Require.atLeast(1, "code", code);
        Require.that(
                mean.length == deviation.length && mean.length > 0,
                "mean",
                "must have as many numbers as the deviation, but they have " + mean.length + " and "
                        + deviation.length);
    }

    /**
     * By vectors that are choices: the code of each photograph is learned by itself.
     *
     * @param photographs how many there are
     */
    public static Conditioning ofChoices(int code, int photographs) {
        float[] ones = new float[photographs];
        Arrays.fill(ones, 1);
        return new Conditioning(code, new float[photographs], ones);
    }

    /**
     * By vectors that describe photographs, so that one that was not learned from has a code as well.
     *
     * @param vectors those of the photographs that are learned from
     */
    public static Conditioning ofDescriptions(int code, List<float[]> vectors) {
        int length = vectors.get(0).length;
        float[] mean = new float[length];
        float[] deviation = new float[length];
        for (int i = 0; i < length; i++) {
            int index = i;
            double average = vectors.stream()
                    .mapToDouble(vector -> vector[index])
                    .average()
                    .orElseThrow();
            double variance = vectors.stream()
                    .mapToDouble(vector -> (vector[index] - average) * (vector[index] - average))
                    .average()
                    .orElseThrow();
            mean[i] = (float) average;
            deviation[i] =
                    variance > 0 ? (float) Math.sqrt(variance * length) : 1; // so that vectors have about length 1
        }
        return new Conditioning(code, mean, deviation);
    }

    /**
     * The generator of many photographs.
     *
     * @param graph that of one; its normalisations are over images or pixels
     * @throws lichen.core.check.InvalidValueException if it has no such normalisation
     */
    public Graph of(Graph graph, RandomGenerator random) {
        List<Input> inputs = new ArrayList<>(graph.inputs());
        inputs.add(Input.vector(INPUT, mean.length));
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node(STANDARDIZED, standardizing(), INPUT));
        nodes.add(new Node(CODE, dense(mean.length, code, 0, random, 1), STANDARDIZED));
        Map<String, Node> before = new HashMap<>();
        int conditions = 0;
        for (Node node : graph.nodes()) {
            before.put(node.name(), node);
            Node read = before.get(node.inputs().get(0));
            if (node.operation() instanceof ScaleShift fixed
                    && read != null
                    && (read.operation() instanceof InstanceNormalize || read.operation() instanceof PixelNormalize)) {
                nodes.addAll(conditional(node, fixed.scale().length, random));
                conditions++;
            } else {
                nodes.add(node);
            }
        }
        Require.that(
                conditions > 0,
                "generator",
                "must be normalised over each image or pixel, so that photographs can tell what comes after: choose the"
                        + " normalization \"instance\" or \"pixel\"");
        return new Graph(inputs, nodes);
    }

    private ScaleShift standardizing() {
        float[] scale = new float[mean.length];
        float[] shift = new float[mean.length];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = 1 / deviation[i];
            shift[i] = -mean[i] / deviation[i];
        }
        return new ScaleShift(scale, shift);
    }

    private List<Node> conditional(Node fixed, int channels, RandomGenerator random) {
        String scale = fixed.name() + "-scale";
        String shift = fixed.name() + "-shift";
        return List.of(
                new Node(scale, dense(code, channels, 1, random, SPREAD / Math.sqrt(code)), CODE),
                new Node(shift, dense(code, channels, 0, random, SPREAD / Math.sqrt(code)), CODE),
                new Node(fixed.name(), new Modulate(), List.of(fixed.inputs().get(0), scale, shift)));
    }

    private static Dense dense(int before, int after, float bias, RandomGenerator random, double deviation) {
        float[] weights = NormalDeviates.deviates(before * after, random);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= (float) deviation;
        }
        float[] biases = new float[after];
        Arrays.fill(biases, bias);
        return new Dense(NdArray.of(weights, after, 1, 1, before), NdArray.of(biases, after));
    }
}
