package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class ExtensionTest {
    private static final Margins SIDES = Margins.symmetric(0, 2);

    private final TensorScope scope = new TensorScope();

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void continuesTheImageByItsMirrorImage() {
        assertThat(line(Extension.Kind.REFLECT, SIDES)).containsExactly(3, 2, 1, 2, 3, 4, 3, 2);
    }

    @Test
    void continuesTheImageByItself() {
        assertThat(line(Extension.Kind.CIRCULAR, SIDES)).containsExactly(3, 4, 1, 2, 3, 4, 1, 2);
    }

    @Test
    void continuesTheImageByZeros() {
        assertThat(line(Extension.Kind.ZERO, SIDES)).containsExactly(0, 0, 1, 2, 3, 4, 0, 0);
    }

    @Test
    void goesRoundAsOftenAsAMarginIsLong() {
        assertThat(line(Extension.Kind.CIRCULAR, new Margins(0, 0, 9, 1)))
                .containsExactly(4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1);
    }

    @Test
    void keepsTheChannelsOfAPixelTogetherAndTheMarginsApart() {
        INDArray x = scope.of(new float[] {1, -1, 2, -2, 3, -3, 4, -4}, 1, 2, 2, 2);
        INDArray y = scope.array(1, 3, 3, 2);
        Extension.forward(Extension.Kind.CIRCULAR, new Margins(1, 0, 0, 1), x, y)
                .run();

        assertThat(HostMemory.toFloats(y))
                .containsExactly(3, -3, 4, -4, 3, -3, 1, -1, 2, -2, 1, -1, 3, -3, 4, -4, 3, -3);
    }

    @ParameterizedTest
    @EnumSource
    void gradientIsTheTransposeOfTheForwardMap(Extension.Kind kind) {
        Margins margins = new Margins(2, 1, 0, 3);
        INDArray x = RandomTensors.tensor(scope, 1, 1, 4, 5, 3);
        INDArray y = scope.array(1, 7, 8, 3);
        INDArray cotangent = RandomTensors.tensor(scope, 2, 1, 7, 8, 3);
        INDArray gradient = scope.array(1, 4, 5, 3);

        Extension.forward(kind, margins, x, y).run();
        Extension.inputGradient(kind, margins, cotangent, gradient).run();

        // Both sides are the same sum of some 200 products in another order, of numbers rounded to float32.
        assertThat(dot(gradient, x)).isCloseTo(dot(cotangent, y), within(1e-5));
    }

    @Test
    void refusesToMirrorAMarginAsLargeAsTheImage() {
        assertThatThrownBy(() -> line(Extension.Kind.REFLECT, new Margins(0, 0, 4, 0)))
                .hasMessageContaining("must be less than the image to be mirrored, but is 4 of 4 pixels");
    }

    private float[] line(Extension.Kind kind, Margins margins) {
        INDArray line = scope.of(new float[] {1, 2, 3, 4}, 1, 1, 4, 1);
        INDArray longer = scope.array(1, 1, 4 + margins.columns(), 1);
        Extension.forward(kind, margins, line, longer).run();
        return HostMemory.toFloats(longer);
    }

    private static double dot(INDArray a, INDArray b) {
        double[] x = HostMemory.toDoubles(a);
        double[] y = HostMemory.toDoubles(b);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
