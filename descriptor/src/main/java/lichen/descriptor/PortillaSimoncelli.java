package lichen.descriptor;

import java.util.Set;
import lichen.core.check.Require;
import lichen.core.diff.Evaluation;
import lichen.core.feature.MapShape;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.steerable.PyramidStatistics;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The statistics of Portilla and Simoncelli, in colour: moments of the pixels, and correlations of the coefficients of a
 * complex steerable pyramid across positions, orientations, scales and colours. For the image itself, or any other map of at
 * most 4 channels; it needs no network.
 *
 * <p>With C channels, S scales, K orientations, m the neighbourhood, n = C K and l = (m² - 1) / 2:
 *
 * <ul>
 *   <li>pixels: mean, deviation, skewness, kurtosis, 4 C; correlations of colours, C (C - 1) / 2;
 *   <li>highpass: deviation, C;
 *   <li>each of S + 1 lowpasses: deviation, skewness, kurtosis and l autocorrelations, C (3 + l); correlations of colours;
 *   <li>each of S scales: mean and deviation of each magnitude and l autocorrelations, n (2 + l); correlations of each pair of
 *       magnitudes, n (n - 1) / 2;
 *   <li>each scale but the coarsest: correlations of magnitudes with those of the coarser scale, n²; of real parts with the
 *       coarser bands, their phase doubled, 2 n².
 * </ul>
 *
 * <p>{@code [1,H,W,C] -> [N]}, N = 3246 for the defaults and 3 channels. Means and deviations have the unit of the map, and
 * are multiplied by 10: a contrast that is off by 0.1 counts as much as a correlation that is off by 1; all others have no unit.
 * Three channels are turned into opponent colours first. Borders are circular. A side that cannot be halved S times is cropped
 * at both ends to the next length that can. Invariant to circular shifts by multiples of 2^S of a map that is not cropped,
 * nearly so to others, as coarser planes have fewer pixels. Cost: some 40 fast Fourier transforms of the map's size, as many
 * for the gradient, in double precision on the Java heap.
 *
 * <p>Pullback: exact; 0 where the map is cropped.
 *
 * <p>Source: Portilla and Simoncelli, "A Parametric Texture Model Based on Joint Statistics of Complex Wavelet Coefficients"
 * (2000), section 2; deviations in place of variances, and no minimum and maximum.
 *
 * @param scales S
 * @param orientations K
 * @param neighbourhood m, odd
 */
@Summary("correlations of a steerable pyramid's coefficients, no network needed: 3246 numbers of an image")
public record PortillaSimoncelli(
        @Default("4") @Summary("how often the image is halved")
        int scales,

        @Default("4") @Summary("filters of each scale") int orientations,

        @Default("7") @Summary("the odd width of the square of displacements that are correlated")
        int neighbourhood)
        implements LayerDescriptor {
    private static final int MOST_CHANNELS = 4;

    /** Checks the numbers. */
    public PortillaSimoncelli {
        new PyramidStatistics(scales, orientations, neighbourhood);
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.FILTERS, Statistic.SPECTRUM, Statistic.COLOURS);
    }

    @Override
    public Evaluation<INDArray, INDArray> ofLayer(INDArray map, TensorScope scope) {
        PyramidStatistics statistics = new PyramidStatistics(scales, orientations, neighbourhood);
        requireShape(MapShape.of(Nhwc.require("map", map)));
        CentralCrop crop = new CentralCrop(map, statistics.divisor());
        Evaluation<INDArray, INDArray> colours = OpponentColours.of(map, scope); // [1,H,W,C]
        Evaluation<double[][], double[]> evaluation = statistics.at(crop.planes(colours.value()), crop.grid());
        INDArray signature = scope.array(evaluation.value().length);
        HostMemory.write(evaluation.value(), signature); // [N]
        return new Evaluation<>(signature, cotangent -> {
            double[][] gradients = evaluation.pullback().apply(HostMemory.toDoubles(cotangent));
            return colours.pullback().apply(crop.map(gradients, scope)); // [1,H,W,C]
        });
    }

    /** Of maps that need no crop. */
    @Override
    public Evaluation<INDArray, INDArray> ofCircularLayer(INDArray map, TensorScope scope) {
        int divisor = new PyramidStatistics(scales, orientations, neighbourhood).divisor();
        Require.that(
                map.size(1) % divisor == 0 && map.size(2) % divisor == 0,
                "scales",
                "must fit the image: with a circular border its sides must be multiples of " + divisor
                        + ", but the maps are " + MapShape.of(map).extents()
                        + ": choose another size, or fewer scales");
        return ofLayer(map, scope);
    }

    @Override
    public void requireShape(MapShape shape) {
        Require.that(
                shape.channels() <= MOST_CHANNELS,
                "type",
                "portilla-simoncelli takes layers of at most " + MOST_CHANNELS + " channels, but one has "
                        + shape.channels() + ": take the layer \"image\"");
        Require.that(
                shape.shorter() >= new PyramidStatistics(scales, orientations, neighbourhood).divisor(),
                "scales",
                "must be fewer than " + scales + " for maps of " + shape.extents() + ": each halves the sides");
    }
}
