package lichen.model.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Size;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.program.CompiledNetwork;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.ActivationLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Networks of Deeplearning4j with random numbers, and whether a graph gives the maps that they give themselves. */
final class Dl4jAgreement {
    static final int HEIGHT = 17;
    static final int WIDTH = 14;

    /** Both compute in float32, in different orders; of the largest number of a layer. */
    private static final double TOLERANCE = 1e-5;

    private static final long SEED = 5;

    private Dl4jAgreement() {}

    /** A network of layers in a row over images of three channels. */
    static MultiLayerNetwork sequence(CNN2DFormat format, Layer... layers) {
        Backend.start(BackendChoice.CPU, false);
        NeuralNetConfiguration.ListBuilder list = builder().list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(InputType.convolutional(HEIGHT, WIDTH, 3, format))
                        .build());
        network.init();
        if (network.numParams() > 0) {
            randomize(network.params());
        }
        return network;
    }

    static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder().seed(SEED).convolutionMode(ConvolutionMode.Truncate);
    }

    /** Gives all numbers values from 0.1 to 0.9, so that variances are no exception. */
    static void randomize(INDArray params) {
        float[] numbers = RandomTensors.numbers((int) params.length(), SEED);
        for (int i = 0; i < numbers.length; i++) {
            params.putScalar(i, 0.5 + 0.4 * numbers[i]);
        }
    }

    /** Compares each layer by its name. */
    static void assertAgreement(MultiLayerNetwork network, Graph graph, boolean channelsLast) {
        try (TensorScope scope = new TensorScope()) {
            INDArray image = image(scope);
            INDArray input = channelsLast ? image : channelsFirst(image);
            Map<String, INDArray> expected = new HashMap<>();
            for (int i = 0; i < network.getnLayers(); i++) {
                String name = network.getLayer(i).conf().getLayer().getLayerName();
                // Each anew: in inference, activations work in the map of the layer before.
                INDArray map = network.feedForwardToLayer(i, input.dup(), false).get(i + 1);
                if (map.rank() == 4) {
                    expected.put(name, channelsLast ? map : map.permute(0, 2, 3, 1));
                }
            }
            assertAgreement(expected, graph, image, scope);
        }
    }

    /** Compares each vertex that became a node. */
    static void assertAgreement(ComputationGraph network, Graph graph) {
        try (TensorScope scope = new TensorScope()) {
            INDArray image = image(scope);
            Map<String, INDArray> expected = new HashMap<>();
            network.feedForward(new INDArray[] {channelsFirst(image)}, false).forEach((name, map) -> {
                if (map.rank() == 4) {
                    expected.put(name, map.permute(0, 2, 3, 1));
                }
            });
            // In inference, activations work in the map that they read.
            network.getConfiguration().getVertexInputs().forEach((name, inputs) -> {
                if (network.getLayer(name) instanceof ActivationLayer) {
                    inputs.forEach(expected::remove);
                }
            });
            assertAgreement(expected, graph, image, scope);
        }
    }

    private static void assertAgreement(
            Map<String, INDArray> expected, Graph graph, INDArray image, TensorScope scope) {
        List<String> names = graph.nodes().stream()
                .map(node -> node.name())
                .filter(expected::containsKey)
                .toList();
        assertThat(names).isNotEmpty();
        FeatureMaps found = CompiledNetwork.of(graph)
                .compile(new Size(WIDTH, HEIGHT), names, scope)
                .at(image)
                .value();
        for (String name : names) {
            INDArray wanted = scope.copyOf(Objects.requireNonNull(expected.get(name)));
            assertThat(found.layer(name).shape()).as(name).containsExactly(wanted.shape());
            float[] theirs = HostMemory.toFloats(wanted);
            float[] ours = HostMemory.toFloats(found.layer(name));
            double largest = 0;
            double difference = 0;
            for (int i = 0; i < theirs.length; i++) {
                largest = Math.max(largest, Math.abs(theirs[i]));
                difference = Math.max(difference, Math.abs(theirs[i] - ours[i]));
            }
            assertThat(difference / largest).as(name).isCloseTo(0, within(TOLERANCE));
        }
    }

    private static INDArray image(TensorScope scope) {
        return RandomTensors.tensor(scope, 7, 1, HEIGHT, WIDTH, 3);
    }

    private static INDArray channelsFirst(INDArray image) {
        return image.permute(0, 3, 1, 2).dup('c');
    }
}
