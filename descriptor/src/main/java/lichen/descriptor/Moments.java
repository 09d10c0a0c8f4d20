package lichen.descriptor;

import java.util.Set;
import lichen.core.check.Require;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Mean, standard deviation and skewness of each channel.
 *
 * <p>With d = F - mean: s = sqrt(mean d²), skewness = mean d³ / s³, over all pixels. {@code [1,H,W,C] -> [C,order]}; mean and
 * deviation have the unit of the activations, skewness has none. Invariant to any permutation of the pixels. Cost: about ten
 * passes over the maps.
 *
 * <p>Pullback: dL/dF = (a + b d / s + 3 c ((d² - s²) / s³ - skewness d / s²)) / (H W), where a, b and c are the gradients of
 * the three. A channel that does not vary has the skewness 0, and b and c do not move it.
 *
 * <p>Source: the marginal statistics of Portilla and Simoncelli, "A Parametric Texture Model Based on Joint Statistics of
 * Complex Wavelet Coefficients" (2000), section 2.2, of any feature maps.
 *
 * @param order how many of the three
 */
@Summary("mean, standard deviation and skewness of each channel: C x 3 numbers a layer")
public record Moments(
        @Default("3") @Summary("1: the mean alone; 2: the deviation too; 3: the skewness too")
        int order) implements LayerDescriptor {
    private static final int ALL = 3;

    /** Checks the order. */
    public Moments {
        Require.within(1, ALL, "order", order);
    }

    @Override
    public int window() {
        return 1;
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.COLOURS);
    }

    @Override
    public Evaluation<INDArray, INDArray> ofLayer(INDArray map, TensorScope scope) {
        if (order == 1) {
            Evaluation<INDArray, INDArray> mean = new Gap().ofLayer(map, scope);
            long channels = mean.value().length();
            return new Evaluation<>(mean.value().reshape('c', channels, 1), mean.pullback()); // [C,1]
        }
        Centring centring = Centring.of(map, scope);
        INDArray deviations = centring.deviations(); // [1,H,W,C]
        INDArray power = scope.array(map.shape());
        Elementwise.multiply(deviations, deviations, power).run();
        INDArray variance = new Gap().ofLayer(power, scope).value(); // [C]
        Elementwise.multiply(power, deviations, power).run();
        INDArray cubes = new Gap().ofLayer(power, scope).value(); // [C]
        ChannelMoments moments = ChannelMoments.of(centring.mean(), variance, cubes, scope);
        return new Evaluation<>(moments.firstOnes(order, scope), cotangent -> {
            ChannelMoments.Parabolas parabolas = moments.pullBack(cotangent, Nhwc.pixels(map), scope);
            INDArray gradient = scope.array(map.shape());
            Elementwise.scaleEachChannel(deviations, parabolas.squared(), gradient)
                    .run();
            Elementwise.addToEachPixel(gradient, parabolas.linear()).run();
            Elementwise.multiply(gradient, deviations, gradient).run();
            Elementwise.addToEachPixel(gradient, parabolas.constant()).run();
            return gradient; // [1,H,W,C]
        });
    }
}
