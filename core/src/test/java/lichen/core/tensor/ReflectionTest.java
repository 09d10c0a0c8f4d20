package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class ReflectionTest {
    private final TensorScope scope = new TensorScope();

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void continuesTheImageByItsMirrorImage() {
        INDArray line = scope.of(new float[] {1, 2, 3, 4}, 1, 1, 4, 1);
        INDArray longer = scope.array(1, 1, 8, 1);
        Reflection.forward(line, longer).run();

        assertThat(HostMemory.toFloats(longer)).containsExactly(3, 2, 1, 2, 3, 4, 3, 2);
    }

    @Test
    void gathersTheGradientOfAllMirrorImages() {
        INDArray cotangent = scope.of(new float[] {1, 1, 1, 1, 1, 1, 1, 1}, 1, 1, 8, 1);
        INDArray gradient = scope.array(1, 1, 4, 1);
        Reflection.inputGradient(cotangent, gradient).run();

        assertThat(HostMemory.toFloats(gradient)).containsExactly(1, 3, 3, 1);
    }

    @Test
    void refusesAMarginAsLargeAsTheImage() {
        INDArray line = scope.array(1, 1, 2, 1);
        INDArray longer = scope.array(1, 1, 6, 1);

        assertThatThrownBy(() -> Reflection.forward(line, longer)).hasMessageContaining("less than the image");
    }
}
