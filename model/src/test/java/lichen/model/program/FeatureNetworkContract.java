package lichen.model.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.diff.GradientCheck;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.Layer;
import lichen.core.feature.UnknownLayerException;
import lichen.core.image.Size;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What every network must do. Extend it, and return the network to be tested from {@link #network}. */
public abstract class FeatureNetworkContract {
    private final TensorScope scope = new TensorScope();

    /** The network to be tested; its receptive fields are at most as large as {@link #size}. */
    protected abstract FeatureNetwork network() throws IOException;

    /** The size of the test images. */
    protected Size size() {
        return new Size(12, 11);
    }

    /** How the test images go on beyond their border. */
    protected Border border() {
        return Border.NETWORK;
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @Test
    void pullbackAgreesWithCentralDifferencesAtAllLayersTogether() throws IOException {
        checkGradient(network().architecture().names(), false);
    }

    @Test
    void pullbackAgreesWithCentralDifferencesAtEachLayer() throws IOException {
        for (String layer : network().architecture().names()) {
            checkGradient(List.of(layer), false);
        }
    }

    @Test
    void takesAGradientThatIsTheSameAtEveryPixelAsOneNumberPerChannel() throws IOException {
        checkGradient(network().architecture().names(), true);
    }

    @Test
    void treatsAMissingGradientAsZero() throws IOException {
        List<String> all = network().architecture().names();
        Differentiable<INDArray, FeatureMaps> program = network().compile(size(), border(), all, scope);
        Evaluation<INDArray, FeatureMaps> evaluation = program.at(image(pixels(1)));

        INDArray gradient = evaluation.pullback().apply(new FeatureMaps(Map.of()));

        assertThat(HostMemory.toFloats(gradient)).containsOnly(0f);
    }

    @Test
    void givesMapsOfTheShapesThatItTellsBeforehand() throws IOException {
        List<String> all = network().architecture().names();
        FeatureMaps maps = network()
                .compile(size(), border(), all, scope)
                .at(image(pixels(1)))
                .value();

        assertThat(network().shapes(size(), border(), all)).isEqualTo(maps.shapes());
    }

    @Test
    void givesMapsOfTheChannelsThatItAnnounces() throws IOException {
        List<Layer> layers = network().architecture().layers();
        FeatureMaps maps = network()
                .compile(size(), border(), network().architecture().names(), scope)
                .at(image(pixels(2)))
                .value();

        for (Layer layer : layers) {
            assertThat(maps.layer(layer.name()).size(3)).as(layer.name()).isEqualTo(layer.channels());
        }
    }

    @Test
    void givesTheSameMapsAndGradientsEachTime() throws IOException {
        List<String> all = network().architecture().names();
        Differentiable<INDArray, FeatureMaps> program = network().compile(size(), border(), all, scope);
        Map<String, float[]> weights = weights(program, all, false);

        float[] first = gradient(program, pixels(3), weights, false);
        gradient(program, pixels(4), weights, false);

        assertThat(gradient(program, pixels(3), weights, false)).containsExactly(first);
    }

    @Test
    void allocatesNothingWhileItRuns() throws IOException {
        List<String> all = network().architecture().names();
        TensorScope own = scope.child();
        Differentiable<INDArray, FeatureMaps> program = network().compile(size(), border(), all, own);
        int arrays = own.size();

        program.at(image(pixels(5))).pullback().apply(new FeatureMaps(Map.of()));

        assertThat(own.size()).isEqualTo(arrays);
    }

    @Test
    void refusesALayerThatItDoesNotHave() throws IOException {
        FeatureNetwork network = network();

        assertThatThrownBy(() -> network.compile(size(), List.of("no-such-layer"), scope))
                .isInstanceOf(UnknownLayerException.class);
    }

    @Test
    void refusesAnImageThatIsSmallerThanWhatALayerSees() throws IOException {
        FeatureNetwork network = network();
        int field = network.architecture().layers().stream()
                .mapToInt(Layer::receptiveField)
                .max()
                .orElseThrow();
        List<String> all = network.architecture().names();

        if (field > 1) {
            assertThatThrownBy(() -> network.compile(new Size(field, field - 1), all, scope))
                    .hasMessageContaining("must be at least " + field + " x " + field + " pixels");
        }
    }

    private void checkGradient(List<String> taps, boolean constant) throws IOException {
        Differentiable<INDArray, FeatureMaps> program = network().compile(size(), border(), taps, scope);
        Map<String, float[]> weights = weights(program, taps, constant);
        GradientCheck.assertGradient(
                x -> weighted(program.at(image(x)).value(), weights),
                x -> gradient(program, x, weights, constant),
                pixels(7),
                5e-4,
                2e-2);
    }

    private float[] gradient(
            Differentiable<INDArray, FeatureMaps> program, float[] x, Map<String, float[]> weights, boolean constant) {
        Evaluation<INDArray, FeatureMaps> evaluation = program.at(image(x));
        Map<String, INDArray> cotangent = new LinkedHashMap<>();
        weights.forEach((name, w) -> {
            long[] shape = evaluation.value().layer(name).shape();
            cotangent.put(name, constant ? scope.of(w, 1, 1, 1, shape[3]) : scope.of(w, shape));
        });
        return HostMemory.toFloats(evaluation.pullback().apply(new FeatureMaps(cotangent)));
    }

    /** Random weights, for each number or for each channel. */
    private Map<String, float[]> weights(
            Differentiable<INDArray, FeatureMaps> program, List<String> taps, boolean constant) {
        Map<String, float[]> weights = new LinkedHashMap<>();
        FeatureMaps maps = program.at(image(pixels(6))).value();
        for (String tap : taps) {
            INDArray map = maps.layer(tap);
            int count = (int) (constant ? map.size(3) : map.length());
            weights.put(tap, RandomTensors.numbers(count, tap.hashCode()));
        }
        return weights;
    }

    private static double weighted(FeatureMaps maps, Map<String, float[]> weights) {
        double sum = 0;
        for (Map.Entry<String, float[]> entry : weights.entrySet()) {
            double[] map = HostMemory.toDoubles(maps.layer(entry.getKey()));
            for (int i = 0; i < map.length; i++) {
                sum += map[i] * entry.getValue()[i % entry.getValue().length];
            }
        }
        return sum;
    }

    private INDArray image(float[] pixels) {
        return scope.of(pixels, 1, size().height(), size().width(), 3);
    }

    private float[] pixels(long seed) {
        float[] numbers = RandomTensors.numbers(size().width() * size().height() * 3, seed);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 0.5f + numbers[i] / 2;
        }
        return numbers;
    }
}
