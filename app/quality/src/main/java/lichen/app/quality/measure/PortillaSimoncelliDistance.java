package lichen.app.quality.measure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.app.quality.StatisticGauge;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.npy.Npy;
import lichen.core.plugin.Summary;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.PortillaSimoncelli;

/**
 * The distance of Portilla and Simoncelli's statistics in colour, each over its deviation among photographs of textures.
 *
 * <p>sqrt(mean over statistics of ((s_x - s_r) / deviation)²). The deviations are those of the middle 128 x 128 pixels of the
 * photographs on board; those below 0.01 count as 0.01. Sides of at least 64 pixels. Source: Portilla and Simoncelli 2000; linear
 * combinations of such distances predict how people rate textures.
 */
@Summary("distance of Portilla and Simoncelli's statistics, each over its deviation among textures")
public record PortillaSimoncelliDistance() implements Measure {
    private static final String DEVIATIONS = "portilla-simoncelli-deviations.npy";
    private static final double LEAST_DEVIATION = 0.01;
    private static final int LEAST_SIDE = 64;
    private static final PortillaSimoncelli STATISTICS = new PortillaSimoncelli(4, 4, 7);

    @Override
    public Set<Statistic> statistics() {
        return STATISTICS.statistics();
    }

    @Override
    public Gauge open() throws IOException {
        return new StandardizedGauge(deviations());
    }

    /** The statistics of an image. */
    static double[] statistics(Image image) {
        try (TensorScope scope = new TensorScope()) {
            return HostMemory.toDoubles(
                    STATISTICS.ofLayer(image.tensor(scope), scope).value());
        }
    }

    /** How much each statistic differs among photographs. */
    static float[] deviations() throws IOException {
        try (InputStream in = PortillaSimoncelliDistance.class.getResourceAsStream(DEVIATIONS)) {
            return Npy.read(Objects.requireNonNull(in, DEVIATIONS)).floats();
        }
    }

    private record StandardizedGauge(float[] deviations) implements StatisticGauge {
        @Override
        public double[] statistic(Image image) {
            return statistics(image);
        }

        @Override
        public double between(double[] image, double[] wanted) {
            double sum = 0;
            for (int i = 0; i < image.length; i++) {
                double step = (image[i] - wanted[i]) / Math.max(LEAST_DEVIATION, deviations[i]);
                sum += step * step;
            }
            return Math.sqrt(sum / image.length);
        }

        @Override
        public int leastSide() {
            return LEAST_SIDE;
        }
    }
}
