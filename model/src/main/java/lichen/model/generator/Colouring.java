package lichen.model.generator;

import java.util.ArrayList;
import java.util.List;
import lichen.core.check.Require;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;

/**
 * Makes an input of a generator, which is drawn independently at each place and in each channel, depend on itself as examples of it do: with
 * their mean, their covariance over the channels, and their covariance between places as far as the examples reach.
 *
 * <pre>x(p) = mean + sum over j, q of (m_j(q) - mean) w_j(p - q) / sqrt(J Q),   j of J examples, q of Q places, w white noise</pre>
 *
 * <p>So there are as many examples as channels, and the sum is a convolution whose kernel they are. The generator reads x in place of the
 * input, which keeps its name and extents.
 *
 * <p>Source: Galerne, Gousseau and Morel, "Random phase textures: theory and synthesis" (2011), where the example is a photograph.
 *
 * @param input the input's name
 * @param side of the examples, odd; 1 for a vector
 * @param examples as many as channels, each {@code [side,side,channels]}
 */
public record Colouring(String input, int side, List<float[]> examples) {
    private static final String COLOURED = "coloured-";

    /** Checks the extents. */
    public Colouring {
        examples = List.copyOf(examples);
        Require.that(side >= 1 && side % 2 == 1, "side", "must be odd, but is " + side);
        int numbers = side * side * examples.size();
        Require.that(
                !examples.isEmpty() && examples.stream().allMatch(example -> example.length == numbers),
                "examples",
                "must be as many as channels, of " + numbers + " numbers each");
    }

    /** The generator that reads what is coloured. */
    public Graph of(Graph generator) {
        String coloured = COLOURED + input;
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node(coloured, convolution(), input));
        for (Node node : generator.nodes()) {
            List<String> read = node.inputs().stream()
                    .map(name -> name.equals(input) ? coloured : name)
                    .toList();
            nodes.add(new Node(node.name(), node.operation(), read, node.owner()));
        }
        return new Graph(generator.inputs(), nodes);
    }

    private Convolve convolution() {
        int channels = examples.size();
        float[] mean = mean();
        float[] weights = new float[channels * side * side * channels]; // [after,side,side,before]
        double scale = 1 / Math.sqrt((double) channels * side * side);
        int places = side * side;
        for (int j = 0; j < channels; j++) {
            for (int q = 0; q < places; q++) {
                for (int c = 0; c < channels; c++) {
                    // a layer correlates where this convolves: so the example is turned about its middle
                    double centred = examples.get(j)[(places - 1 - q) * channels + c] - mean[c];
                    weights[(c * places + q) * channels + j] = (float) (scale * centred);
                }
            }
        }
        return new Convolve(
                Convolution.same(side),
                NdArray.of(weights, channels, side, side, channels),
                NdArray.of(mean, channels),
                false);
    }

    /** The mean of each channel. */
    private float[] mean() {
        int channels = examples.size();
        double[] sums = new double[channels];
        examples.forEach(example -> {
            for (int i = 0; i < example.length; i++) {
                sums[i % channels] += example[i] / ((double) side * side * channels);
            }
        });
        float[] mean = new float[channels];
        for (int c = 0; c < channels; c++) {
            mean[c] = (float) sums[c];
        }
        return mean;
    }
}
