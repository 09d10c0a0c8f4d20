package lichen.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.diff.GradientCheck;
import lichen.core.image.Size;
import lichen.core.tensor.Halving;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class PyramidTest {
    private static final Size SIZE = new Size(12, 16);

    private final TensorScope scope = new TensorScope();
    private final Pyramid pyramid = new Pyramid(new Squares());

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void readsALayerOfTheHalvedImage() {
        INDArray image = image(numbers(1));
        INDArray half = scope.array(1, 8, 6, 3);
        INDArray quarter = scope.array(1, 4, 3, 3);
        Halving.forward(image, false, half).run();
        Halving.forward(half, false, quarter).run();

        FeatureMaps maps =
                read(Border.NETWORK, "image", "image@1", "square@2").at(image).value();

        assertThat(maps.names()).containsExactly("image", "image@1", "square@2");
        assertThat(maps.layer("image@1")).isEqualTo(half);
        assertThat(maps.layer("square@2")).isEqualTo(quarter.mul(quarter));
    }

    @Test
    void tellsOfCircularMapsThatTheyAre() {
        INDArray image = image(numbers(1));

        assertThat(read(Border.CIRCULAR, "image").at(image).value().circular()).isTrue();
        assertThat(read(Border.CIRCULAR, "square@2").at(image).value().circular())
                .isTrue();
        assertThat(read(Border.REFLECT, "square@2").at(image).value().circular())
                .isFalse();
    }

    @Test
    void addsUpTheGradientsOfAllOctaves() {
        for (Border border : List.of(Border.REFLECT, Border.CIRCULAR)) {
            checkGradient(border, "image", "square", "square@1", "square@2", "image@2");
            checkGradient(border, "image@1");
            checkGradient(border, "square@2", "square");
        }
    }

    @Test
    void computesOnlyTheOctavesThatAreRead() {
        FeatureMaps maps =
                read(Border.NETWORK, "square@1").at(image(numbers(1))).value();

        assertThat(maps.names()).containsExactly("square@1");
    }

    @Test
    void allocatesNothingWhileItRuns() {
        Differentiable<INDArray, FeatureMaps> program = read(Border.NETWORK, "image", "image@1");
        INDArray image = image(numbers(3));
        int arrays = scope.size();

        program.at(image).pullback().apply(new FeatureMaps(Map.of()));

        assertThat(scope.size()).isEqualTo(arrays);
    }

    @Test
    void tellsHowMuchOfTheImageALayerOfAnOctaveSees() {
        Layer layer = pyramid.architecture().layer("square@2");

        assertThat(layer).isEqualTo(new Layer("square@2", Layer.Kind.CONVOLUTION, 3, 4, 2 * (2 * 3 + 3) + 3, 1 / 16.0));
    }

    @Test
    void refusesAnImageThatIsTooSmallInAnOctave() {
        assertThatThrownBy(() -> pyramid.compile(new Size(8, 9), List.of("square", "square@2"), scope))
                .isInstanceOf(ImageTooSmallException.class)
                .hasMessageContaining("at least 21 x 21 pixels, what the layer square@2 sees at once, but is 8 x 9");
    }

    @Test
    void refusesASideThatCannotBeHalvedSoOftenWhereTheBorderIsCircular() {
        assertThatThrownBy(() -> pyramid.compile(new Size(16, 18), Border.CIRCULAR, List.of("image@2"), scope))
                .hasMessageContaining(
                        "a multiple of 4 in both directions for a circular border and 3 octaves, but is 16 x 18");
    }

    @Test
    void tellsTheShapesOfItsMapsWithoutComputingThem() {
        List<String> taps = List.of("square", "image@1", "square@2");
        Map<String, MapShape> shapes = pyramid.shapes(new Size(29, 24), Border.NETWORK, taps);
        assertThat(shapes.keySet()).containsExactly("square", "image@1", "square@2");
        assertThat(shapes)
                .isEqualTo(Map.of(
                        "square", new MapShape(24, 29, 3),
                        "image@1", new MapShape(12, 15, 3),
                        "square@2", new MapShape(6, 8, 3)));
    }

    @Test
    void refusesAnOctaveThatIsNone() {
        assertThatThrownBy(() -> pyramid.compile(SIZE, List.of("image@8"), scope))
                .isInstanceOf(UnknownLayerException.class);
        assertThatThrownBy(() -> new Squares().compile(SIZE, List.of("image@1"), scope))
                .isInstanceOf(UnknownLayerException.class);
    }

    private void checkGradient(Border border, String... taps) {
        Differentiable<INDArray, FeatureMaps> program = read(border, taps);
        Map<String, float[]> weights = new LinkedHashMap<>();
        program.at(image(numbers(2)))
                .value()
                .layers()
                .forEach((name, map) -> weights.put(name, RandomTensors.numbers((int) map.length(), name.hashCode())));
        GradientCheck.assertGradient(
                x -> weighted(program.at(image(x)).value(), weights),
                x -> gradient(program.at(image(x)), weights),
                numbers(3),
                5e-3,
                5e-3);
    }

    private float[] gradient(Evaluation<INDArray, FeatureMaps> evaluation, Map<String, float[]> weights) {
        Map<String, INDArray> cotangent = new LinkedHashMap<>();
        weights.forEach((name, numbers) -> cotangent.put(
                name, scope.of(numbers, evaluation.value().layer(name).shape())));
        return HostMemory.toFloats(evaluation.pullback().apply(new FeatureMaps(cotangent)));
    }

    private static double weighted(FeatureMaps maps, Map<String, float[]> weights) {
        double sum = 0;
        for (Map.Entry<String, float[]> entry : weights.entrySet()) {
            double[] map = HostMemory.toDoubles(maps.layer(entry.getKey()));
            for (int i = 0; i < map.length; i++) {
                sum += map[i] * entry.getValue()[i];
            }
        }
        return sum;
    }

    private Differentiable<INDArray, FeatureMaps> read(Border border, String... taps) {
        return pyramid.compile(SIZE, border, List.of(taps), scope);
    }

    private INDArray image(float[] numbers) {
        return scope.of(numbers, 1, SIZE.height(), SIZE.width(), 3);
    }

    private static float[] numbers(long seed) {
        return RandomTensors.numbers(SIZE.width() * SIZE.height() * 3, seed);
    }
}
