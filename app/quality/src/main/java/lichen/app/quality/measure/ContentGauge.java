package lichen.app.quality.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.app.quality.Gauge;
import lichen.core.diff.Differentiable;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compares feature maps, pixel upon pixel. The network is compiled anew for each size that differs from the last. */
final class ContentGauge implements Gauge {
    /** Of maps that are the same everywhere. */
    private static final double NOTHING = 1e-12;

    private final FeatureNetwork network;
    private final List<String> layers;
    private final Content content;
    private Size size = new Size(1, 1);
    private TensorScope scope = new TensorScope();
    private Differentiable<INDArray, FeatureMaps> program = image -> {
        throw new IllegalStateException("no size yet");
    };

    /** The picture that is compared with, at any size. */
    @FunctionalInterface
    interface Content {
        Image at(Size size) throws IOException;
    }

    ContentGauge(FeatureNetwork network, List<String> layers, Content content) {
        this.network = network;
        this.layers = layers;
        this.content = content;
    }

    @Override
    public double measure(Image image, Image photograph) {
        compile(image.size());
        Map<String, double[]> seen = features(image);
        Map<String, double[]> wanted = features(content(image.size()));
        Map<String, double[]> style = features(Resize.fit(photograph, image.size()));
        double sum = 0;
        for (String layer : layers) {
            double[] goal = wanted.getOrDefault(layer, new double[0]);
            double own = squared(seen.getOrDefault(layer, goal), goal);
            double whole = squared(style.getOrDefault(layer, goal), goal);
            sum += own / Math.max(whole, NOTHING);
        }
        return sum / layers.size();
    }

    private Image content(Size of) {
        try {
            return content.at(of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Size wanted) {
        if (!wanted.equals(size)) {
            scope.close();
            scope = new TensorScope();
            program = network.compile(wanted, layers, scope);
            size = wanted;
        }
    }

    private Map<String, double[]> features(Image image) {
        Map<String, double[]> features = new LinkedHashMap<>();
        try (TensorScope passing = new TensorScope()) {
            program.at(image.tensor(passing))
                    .value()
                    .layers()
                    .forEach((layer, map) -> features.put(layer, HostMemory.toDoubles(map)));
        }
        return features;
    }

    private static double squared(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }

    @Override
    public void close() {
        scope.close();
    }
}
