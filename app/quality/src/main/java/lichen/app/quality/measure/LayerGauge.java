package lichen.app.quality.measure;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import lichen.app.quality.StatisticGauge;
import lichen.core.diff.Differentiable;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.UnknownLayerException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Gram;
import lichen.descriptor.LayerDescriptor;
import lichen.model.foreign.InputScaling;
import lichen.model.spec.FromFile;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The relative difference of a statistic of a network's layers: the mean over layers of sum (G - A)² / sum A², G the numbers of the
 * image, A those of the photograph. It keeps the programs of the last sizes that it met.
 */
final class LayerGauge implements StatisticGauge {
    /** Image and photograph, at two scales. */
    private static final int MOST_SIZES = 4;

    private final FeatureNetwork network;
    private final List<String> layers;
    private final LayerStatistic statistic;
    private final Map<Size, Program> programs = new HashMap<>();
    private double[] wanted = {};
    private @Nullable Image described;

    /**
     * A gauge of layers of a network.
     *
     * @throws lichen.core.feature.UnknownLayerException if the network does not have them
     */
    LayerGauge(FeatureNetwork network, List<String> layers, LayerStatistic statistic) {
        this.network = network;
        this.layers = network.architecture().select(layers);
        this.statistic = statistic;
    }

    /**
     * A gauge of layers of the network of a file.
     *
     * @throws IOException naming the layers that the file has, where it lacks one
     */
    static LayerGauge of(
            FileReference weights, Optional<InputScaling> scaling, List<String> layers, LayerStatistic statistic)
            throws IOException {
        FeatureNetwork network =
                new FromFile(weights, scaling, false, Optional.empty()).open(new RandomStreams(0).stream("unused"));
        try {
            return new LayerGauge(network, layers, statistic);
        } catch (UnknownLayerException e) {
            throw new IOException(weights + ": has no layer " + e.unknown() + "; its layers are " + e.known(), e);
        }
    }

    /**
     * What is compared of each layer.
     *
     * @param descriptor gives it
     * @param length how many numbers it has of so many channels
     */
    record LayerStatistic(LayerDescriptor descriptor, IntUnaryOperator length) {
        /** The Gram matrix. */
        static final LayerStatistic GRAM = new LayerStatistic(new Gram(), channels -> channels * channels);
    }

    /** The last of the layers alone. */
    LayerGauge deepest() {
        return new LayerGauge(network, layers.subList(layers.size() - 1, layers.size()), statistic);
    }

    @Override
    public double measure(Image image, Image photograph) {
        double[] ones = statistic(image);
        if (photograph != described) {
            wanted = statistic(photograph);
            described = photograph;
        }
        return between(ones, wanted);
    }

    /** The numbers of all layers, one behind the other. */
    @Override
    public double[] statistic(Image image) {
        Size size = image.size();
        if (!programs.containsKey(size) && programs.size() == MOST_SIZES) {
            close();
        }
        return programs.computeIfAbsent(size, this::compile).numbers(image, statistic.descriptor);
    }

    @Override
    public double between(double[] image, double[] wanted) {
        double sum = 0;
        int start = 0;
        for (String layer : layers) {
            int channels = network.architecture().layer(layer).channels();
            int end = start + statistic.length.applyAsInt(channels);
            sum += relative(Arrays.copyOfRange(image, start, end), Arrays.copyOfRange(wanted, start, end));
            start = end;
        }
        return sum / layers.size();
    }

    @Override
    public int leastSide() {
        return layers.stream()
                .mapToInt(name -> network.architecture().layer(name).receptiveField())
                .reduce(StatisticGauge.super.leastSide(), Math::max);
    }

    @Override
    public void close() {
        programs.values().forEach(program -> program.scope().close());
        programs.clear();
    }

    private Program compile(Size size) {
        TensorScope scope = new TensorScope();
        try {
            return new Program(network.compile(size, layers, scope), scope, scope.child());
        } catch (RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    /** Where the photograph's layer is silent, the image's is compared with the smallest number instead. */
    private static double relative(double[] numbers, double[] wanted) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < numbers.length; i++) {
            difference += (numbers[i] - wanted[i]) * (numbers[i] - wanted[i]);
            norm += wanted[i] * wanted[i];
        }
        return difference / Math.max(norm, Float.MIN_NORMAL);
    }

    private record Program(Differentiable<INDArray, FeatureMaps> map, TensorScope scope, TensorScope round) {
        double[] numbers(Image image, LayerDescriptor descriptor) {
            round.rewind();
            FeatureMaps maps = map.at(image.tensor(round)).value();
            return maps.layers().values().stream()
                    .map(layer -> descriptor.ofLayer(layer, round).value())
                    .flatMapToDouble(numbers -> Arrays.stream(HostMemory.toDoubles(numbers)))
                    .toArray();
        }
    }
}
