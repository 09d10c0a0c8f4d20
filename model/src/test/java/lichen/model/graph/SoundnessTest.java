package lichen.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Convolve;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;
import org.junit.jupiter.api.Test;

class SoundnessTest {
    @Test
    void findsNothingWhereEverythingFits() {
        Graph graph = new Graph(List.of(
                new Node("conv", convolve(3, 2, 0), "image"),
                new Node("both", new Concatenate(), List.of("image", "conv")),
                new Node("norm", new ScaleShift(new float[5], new float[5]), "both")));

        assertThat(Soundness.problems(graph)).isEmpty();
        assertThat(graph.channels())
                .containsEntry("conv", 2)
                .containsEntry("both", 5)
                .containsEntry("norm", 5);
    }

    @Test
    void namesLayersWhoseChannelsDoNotFit() {
        Graph graph = new Graph(List.of(
                new Node("conv", convolve(4, 2, 0), "image"),
                new Node("norm", new ScaleShift(new float[2], new float[3]), "conv")));

        assertThat(Soundness.problems(graph))
                .containsExactly(
                        "conv: expected weights for 3 input channels, found 4",
                        "norm: expected a scale and a shift for each of 2 channels, found 2 and 3");
    }

    @Test
    void namesLayersWithNumbersThatAreNone() {
        Graph graph = new Graph(List.of(new Node("conv", convolve(3, 1, Float.POSITIVE_INFINITY), "image")));

        assertThat(Soundness.problems(graph))
                .containsExactly("conv: expected finite numbers in its weights, found Infinity at index 0");
    }

    @Test
    void namesLayersWithTooManyInputs() {
        Graph graph = new Graph(List.of(new Node("relu", new Relu(), List.of("image", "image"))));

        assertThat(Soundness.problems(graph)).containsExactly("relu: expected one input, found 2");
    }

    @Test
    void namesLayersWithTooManyChannels() {
        List<Node> nodes = new ArrayList<>();
        String last = "image";
        for (int i = 0; i < 40; i++) {
            nodes.add(new Node("double" + i, new Concatenate(), List.of(last, last)));
            last = "double" + i;
        }

        assertThat(Soundness.problems(new Graph(nodes)))
                .startsWith("double14: expected at most 65536 channels, found 98304")
                .endsWith("double39: expected at most 65536 channels, found 2147483647");
    }

    private static Convolve convolve(int inputs, int outputs, float first) {
        float[] weights = new float[inputs * outputs];
        weights[0] = first;
        return new Convolve(
                Convolution.same(1),
                NdArray.of(weights, outputs, 1, 1, inputs),
                NdArray.of(new float[outputs], outputs),
                false);
    }
}
