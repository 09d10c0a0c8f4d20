package lichen.model.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lichen.core.check.Require;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.Layer;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Operation;
import lichen.model.operation.Weighted;
import lichen.model.program.CompiledNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Scales the convolutions with ReLU of a chain so that the maps of each have the mean 1 over the noise of {@link
 * PhotographColours}, always the same. ReLU of a x is a times ReLU of x, and biases are zero: so one look at all layers
 * tells every factor.
 */
final class UnitMeans {
    private static final int SIDE = 64;
    private static final long SEED = 0;

    private UnitMeans() {}

    /**
     * The same graph, scaled.
     *
     * @param convolutions the names of the convolutions with ReLU
     */
    static Graph of(Graph graph, List<String> convolutions) {
        Map<String, Double> means = means(graph);
        List<Node> nodes = new ArrayList<>();
        double below = 1;
        for (Node node : graph.nodes()) {
            if (convolutions.contains(node.name())) {
                double mean = means.getOrDefault(node.name(), 0.0);
                Require.that(
                        mean > 0, "layers", "must answer to something, but " + node.name() + " is zero everywhere");
                nodes.add(node.with(scaled(node.operation(), below / mean)));
                below = mean;
            } else {
                nodes.add(node);
            }
        }
        return new Graph(nodes);
    }

    /** The mean of each convolution's maps over the noise. */
    static Map<String, Double> means(Graph graph) {
        FeatureNetwork network = CompiledNetwork.of(graph);
        List<Layer> layers = network.architecture().layers();
        int side = Math.max(
                SIDE, layers.stream().mapToInt(Layer::receptiveField).max().orElse(SIDE));
        List<String> convolutions = layers.stream()
                .filter(layer -> layer.kind() == Layer.Kind.CONVOLUTION)
                .map(Layer::name)
                .toList();
        Size size = new Size(side, side);
        Map<String, Double> means = new HashMap<>();
        try (TensorScope scope = new TensorScope()) {
            float[] noise = PhotographNoise.noise(size, new RandomStreams(SEED).stream("reference"));
            INDArray image = scope.of(noise, 1, side, side, Image.CHANNELS);
            FeatureMaps maps =
                    network.compile(size, convolutions, scope).at(image).value();
            for (String name : convolutions) {
                double sum = 0;
                for (double value : HostMemory.toDoubles(maps.layer(name))) {
                    sum += value;
                }
                means.put(name, sum / maps.layer(name).length());
            }
        }
        return means;
    }

    private static Operation scaled(Operation convolution, double factor) {
        Map<String, NdArray<float[]>> numbers = new HashMap<>(convolution.numbers());
        numbers.computeIfPresent(Weighted.WEIGHTS, (name, weights) -> {
            float[] scaled = weights.values().clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= (float) factor;
            }
            return NdArray.of(scaled, weights.shape());
        });
        return convolution.with(numbers);
    }
}
