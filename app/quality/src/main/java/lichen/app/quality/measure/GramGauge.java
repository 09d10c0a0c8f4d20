package lichen.app.quality.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lichen.app.quality.StatisticGauge;
import lichen.core.diff.Differentiable;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Gram;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The relative Gram loss of a network's layers: the mean over layers of sum (G - A)² / sum A², G the Gram matrix of the image, A that
 * of the photograph. It keeps the programs of the last sizes that it met.
 */
final class GramGauge implements StatisticGauge {
    /** Image and photograph, at two scales. */
    private static final int MOST_SIZES = 4;

    private final FeatureNetwork network;
    private final List<String> layers;
    private final Map<Size, Program> programs = new HashMap<>();
    private double[] wanted = {};
    private @Nullable Image described;

    /**
     * A gauge of layers of a network.
     *
     * @throws lichen.core.feature.UnknownLayerException if the network does not have them
     */
    GramGauge(FeatureNetwork network, List<String> layers) {
        this.network = network;
        this.layers = network.architecture().select(layers);
    }

    /** The last of the layers alone. */
    GramGauge deepest() {
        return new GramGauge(network, layers.subList(layers.size() - 1, layers.size()));
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

    /** The Gram matrices of all layers, one behind the other. */
    @Override
    public double[] statistic(Image image) {
        Size size = image.size();
        if (!programs.containsKey(size) && programs.size() == MOST_SIZES) {
            close();
        }
        return programs.computeIfAbsent(size, this::compile).grams(image);
    }

    @Override
    public double between(double[] image, double[] wanted) {
        double sum = 0;
        int start = 0;
        for (String layer : layers) {
            int channels = network.architecture().layer(layer).channels();
            int end = start + channels * channels;
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
    private static double relative(double[] gram, double[] wanted) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < gram.length; i++) {
            difference += (gram[i] - wanted[i]) * (gram[i] - wanted[i]);
            norm += wanted[i] * wanted[i];
        }
        return difference / Math.max(norm, Float.MIN_NORMAL);
    }

    private record Program(Differentiable<INDArray, FeatureMaps> map, TensorScope scope, TensorScope round) {
        double[] grams(Image image) {
            round.rewind();
            FeatureMaps maps = map.at(image.tensor(round)).value();
            return maps.layers().values().stream()
                    .map(layer -> new Gram().ofLayer(layer, round).value())
                    .flatMapToDouble(gram -> Arrays.stream(HostMemory.toDoubles(gram)))
                    .toArray();
        }
    }
}
