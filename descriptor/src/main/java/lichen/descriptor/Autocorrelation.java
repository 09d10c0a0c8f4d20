package lichen.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.diff.Evaluation;
import lichen.core.feature.MapShape;
import lichen.core.feature.Statistic;
import lichen.core.image.Offset;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The autocorrelation of each channel: how much a pixel says about its neighbours at each distance.
 *
 * <p>With d = F - mean: a[c,s] = mean of d[p,c] d[p + s,c] over the pixels p for which both are inside, for the displacements s
 * of up to R pixels in the half-plane right of and below the origin; the rest is the same by symmetry.
 * {@code [1,H,W,C] -> [C,L]}, L = 2 R (R + 1) + 1; the first number is the variance. {@code normalized}: a[c,s] / a[c,0] for
 * all s but 0, which has no unit and is 0 for a channel that does not vary; L = 2 R (R + 1). Images of different sizes
 * compare. Cost: L H W C multiply-adds on the host, twice that for the gradient.
 *
 * <p>Pullback: dL/dd[p] = sum over s of m[s] (d[p + s] + d[p - s]) / N[s], m being dL/da and N the count of pairs.
 *
 * <p>Source: as a texture descriptor, Portilla and Simoncelli (2000), section 2.2; of feature maps, Sendik and Cohen-Or, "Deep
 * Correlations for Texture Synthesis" (2017).
 *
 * @param reach R
 * @param normalized whether to divide by the variance
 */
@Summary("products of each channel with itself displaced: 2 R (R + 1) numbers a channel")
public record Autocorrelation(
        @Default("8") @Summary("the longest displacement, in rows and in columns")
        int reach,

        @Default("true") @Summary("divide by each channel's variance")
        boolean normalized)
        implements LayerDescriptor {
    /** Checks that there is a neighbour. */
    public Autocorrelation {
        Require.atLeast(1, "reach", reach);
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.SPECTRUM);
    }

    @Override
    public void requireShape(MapShape shape) {
        Require.that(
                reach < shape.shorter(),
                "reach",
                "must be less than the extents of the feature maps, but is " + reach + " for " + shape.extents());
    }

    @Override
    public Evaluation<INDArray, INDArray> ofLayer(INDArray map, TensorScope scope) {
        return of(map, false, scope);
    }

    /** The mean over all pixels: displaced ones come in again on the other side. */
    @Override
    public Evaluation<INDArray, INDArray> ofCircularLayer(INDArray map, TensorScope scope) {
        return of(map, true, scope);
    }

    private Evaluation<INDArray, INDArray> of(INDArray map, boolean circular, TensorScope scope) {
        requireShape(MapShape.of(map));
        LagProducts lags = LagProducts.of(Centring.of(map, scope).deviations(), halfPlane(), circular, scope);
        INDArray value = normalized ? lags.coefficients(scope) : lags.covariances(scope); // [C,L]
        return new Evaluation<>(value, cotangent -> {
            lags.setSlopes(cotangent, normalized);
            return Centring.pullBack(lags.gradient(scope), scope); // [1,H,W,C]
        });
    }

    /** The displacements, none first. */
    private List<Offset> halfPlane() {
        List<Offset> displacements = new ArrayList<>();
        for (int x = 0; x <= reach; x++) {
            displacements.add(new Offset(x, 0));
        }
        for (int y = 1; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                displacements.add(new Offset(x, y));
            }
        }
        return displacements;
    }
}
