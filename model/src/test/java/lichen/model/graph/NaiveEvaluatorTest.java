package lichen.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Convolution.Padding;
import lichen.core.tensor.Pooling;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Convolve;
import lichen.model.operation.Operation;
import lichen.model.operation.Pool;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;
import org.junit.jupiter.api.Test;

/** Numbers worked out by hand; one channel, 1 2 3 4 in a row, unless said otherwise. */
class NaiveEvaluatorTest {
    private static final Maps ROW = new Maps(1, 4, 1, new double[] {1, 2, 3, 4});

    @Test
    void padsAnEvenKernelAtTheEnd() {
        assertThat(run(convolve(1, 2, 1, Padding.SAME, 1, 10), ROW)).containsExactly(21, 32, 43, 4);
    }

    @Test
    void padsAnOddKernelOnBothSides() {
        assertThat(run(convolve(1, 3, 1, Padding.SAME, 1, 10, 100), ROW)).containsExactly(210, 321, 432, 43);
    }

    @Test
    void padsAStridedKernelAsLittleAsItCan() {
        // Two outputs need 5 columns: one column of zeros, at the end.
        assertThat(run(convolve(1, 3, 2, Padding.SAME, 1, 10, 100), ROW)).containsExactly(321, 43);
        // 1 x 1 with stride 2 needs none.
        assertThat(run(convolve(1, 1, 2, Padding.SAME, 1), ROW)).containsExactly(1, 3);
    }

    @Test
    void keepsAValidKernelInside() {
        assertThat(run(convolve(1, 3, 1, Padding.VALID, 1, 10, 100), ROW)).containsExactly(321, 432);
        assertThat(run(convolve(1, 3, 2, Padding.VALID, 1, 10, 100), ROW)).containsExactly(321);
    }

    @Test
    void readsWeightsAsOutputsRowsColumnsInputs() {
        // [O=2, kH=2, kW=1, I=2] on two rows of one pixel with two channels.
        Convolve operation = new Convolve(
                new Convolution(2, 1, 1, Padding.VALID),
                NdArray.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 1, 2),
                NdArray.of(new float[] {0.5f, -1000}, 2),
                true);

        double[] output = run(operation, new Maps(2, 1, 2, new double[] {1, 10, 100, 1000}));

        assertThat(output).containsExactly(1 + 20 + 300 + 4000 + 0.5, 5 + 60 + 700 + 8000 - 1000);
    }

    @Test
    void cutsOffNegativeNumbersAfterTheBias() {
        Convolve operation = new Convolve(
                new Convolution(1, 1, 1, Padding.VALID),
                NdArray.of(new float[] {1}, 1, 1, 1, 1),
                NdArray.of(new float[] {-3}, 1),
                true);
        assertThat(run(operation, ROW)).containsExactly(0, 0, 0, 1);
    }

    @Test
    void poolsWithoutThePadding() {
        Maps negative = new Maps(1, 3, 1, new double[] {-1, -2, -6});
        Convolution two = new Convolution(2, 2, 2, Padding.SAME);
        assertThat(run(new Pool(Pooling.Kind.MAX, two), negative)).containsExactly(-1, -6);
        assertThat(run(new Pool(Pooling.Kind.AVERAGE, two), negative)).containsExactly(-1.5, -6);
        Convolution valid = new Convolution(1, 2, 2, Padding.VALID);
        assertThat(run(new Pool(Pooling.Kind.AVERAGE, valid), negative)).containsExactly(-1.5);
    }

    @Test
    void worksOnEachChannelByItself() {
        Maps pixel = new Maps(1, 1, 2, new double[] {3, -4});
        assertThat(run(new ScaleShift(new float[] {2, 10}, new float[] {1, -1}), pixel))
                .containsExactly(7, -41);
        assertThat(run(new Relu(), pixel)).containsExactly(3, 0);
    }

    @Test
    void putsChannelsOneAfterTheOther() {
        Graph graph = new Graph(List.of(
                new Node("relu", new Relu(), "image"), new Node("both", new Concatenate(), List.of("relu", "image"))));
        Maps image = new Maps(1, 2, 2, new double[] {1, -2, -3, 4});

        Maps both = Objects.requireNonNull(NaiveEvaluator.evaluate(graph, image).get("both"));

        assertThat(both.values()).containsExactly(1, 0, 1, -2, 0, 4, -3, 4);
    }

    private static Convolve convolve(int height, int width, int stride, Padding padding, float... weights) {
        return new Convolve(
                new Convolution(height, width, stride, padding),
                NdArray.of(weights, 1, height, width, 1),
                NdArray.of(new float[1], 1),
                false);
    }

    private static double[] run(Operation operation, Maps input) {
        Graph graph = new Graph(List.of(new Node("node", operation, "image")));
        return Objects.requireNonNull(NaiveEvaluator.evaluate(graph, input).get("node"))
                .values();
    }
}
