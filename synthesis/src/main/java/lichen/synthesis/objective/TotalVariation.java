package lichen.synthesis.objective;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The image should be smooth: the mean gradient magnitude, raised to a power.
 *
 * <p>L = (1 / 3 H W) sum over y, x, c of (dx² + dy² + e)^(b / 2), where dx and dy are the differences to the right and lower
 * neighbours (at the last column and row those at the opposite border of a circular image, else 0), b is the exponent and
 * e = 1e-8 keeps the gradient finite. In units of [0,1]
 * colour. The target plays no part.
 *
 * <p>Source: Mahendran and Vedaldi, "Understanding Deep Image Representations by Inverting Them" (2015), section 3.1.
 *
 * @param exponent b: 1 favours few sharp edges, 2 penalises every edge
 */
@Summary("the image should be smooth")
public record TotalVariation(
        @Default("1") @Summary("power of the gradient magnitude, from 1 to 3")
        double exponent) implements LossTerm {
    private static final double SMOOTHING = 1e-8;

    /** Checks the exponent. */
    public TotalVariation {
        Require.within(1, 3, "exponent", exponent);
    }

    /** It does not look at the target. */
    @Override
    public Set<Statistic> statistics(Set<Statistic> features) {
        return Set.of();
    }

    @Override
    public List<String> layers(Architecture architecture) {
        return List.of(Architecture.IMAGE);
    }

    @Override
    public Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) {
        TensorScope round = scope.child();
        return maps -> {
            round.rewind();
            INDArray image = maps.layer(Architecture.IMAGE);
            double[] pixels = HostMemory.toDoubles(image);
            double[] gradient = new double[pixels.length];
            double loss = evaluate(pixels, (int) image.size(1), (int) image.size(2), maps.circular(), gradient);
            return new Evaluation<>(loss, cotangent -> {
                INDArray result = round.array(image.shape());
                HostMemory.write(gradient, result);
                result.muli(cotangent);
                return new FeatureMaps(Map.of(Architecture.IMAGE, result));
            });
        };
    }

    private double evaluate(double[] pixels, int height, int width, boolean circular, double[] gradient) {
        int row = width * 3;
        double sum = 0;
        for (int y = 0; y < height; y++) {
            int last = (y + 1) * row - 3;
            for (int i = y * row; i < (y + 1) * row; i++) {
                int right = i < last ? i + 3 : circular ? i + 3 - row : i;
                int below = y < height - 1 ? i + row : circular ? i % row : i;
                double dx = pixels[right] - pixels[i];
                double dy = pixels[below] - pixels[i];
                double square = dx * dx + dy * dy + SMOOTHING;
                double power = Math.pow(square, exponent / 2);
                sum += power;
                double factor = exponent * power / square / pixels.length;
                gradient[i] -= factor * (dx + dy);
                gradient[right] += factor * dx;
                gradient[below] += factor * dy;
            }
        }
        return sum / pixels.length;
    }
}
