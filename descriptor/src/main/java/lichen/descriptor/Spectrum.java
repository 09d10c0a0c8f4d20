package lichen.descriptor;

import java.util.Map;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.diff.Evaluation;
import lichen.core.feature.MapShape;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;
import lichen.core.wave.CircularSpectrum;
import lichen.core.wave.WelchSpectrum;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The amplitude of each wave in each channel, by Welch's method: what repeats, at which distance and in which direction.
 *
 * <p>With d = F - mean, cut into windows of n x n pixels that overlap by half and are faded out by Hann's h:
 * z[c,k] = sqrt(mean over the windows of |DFT(h d)[k]|² / sum h² + 1e-8), for the waves k of the half-plane of columns 0 to n/2;
 * the rest is the same by symmetry. {@code [1,H,W,C] -> [C,n,n/2+1]}; the unit is that of the activations: white noise of
 * deviation s has the amplitude s everywhere. Three channels are taken for red, green and blue, and turned to brightness and
 * two opponent colours first, which are nearly uncorrelated in photographs. Hardly depends on where things are, and not on
 * the image's size. Where maps are smaller than the window, n is their shorter side; where two images are compared, the shorter
 * side of both, so that both are cut into the same windows.
 *
 * <p>Cost: four times the pixels, C times, through a fast transform, twice that for the gradient; on the host.
 *
 * <p>Pullback: with M = dL/dz at k and at -k: dL/dd = sum over the windows of h DFT⁻¹(M / z DFT(h d)), over their count and
 * sum h².
 *
 * <p>Source: Welch, "The Use of Fast Fourier Transform for the Estimation of Power Spectra" (1967); as a constraint on
 * textures, Liu, Gousseau and Xia, "Texture Synthesis Through Convolutional Neural Networks and Spectrum Constraints" (2016).
 *
 * @param window n
 */
@Summary("amplitudes of the waves in each channel: n (n / 2 + 1) numbers a channel")
public record Spectrum(
        @Default("64") @Summary("side of the windows, at most the feature maps'")
        int window) implements LayerDescriptor {
    /** Checks that a wave fits. */
    public Spectrum {
        Require.atLeast(4, "window", window);
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.SPECTRUM);
    }

    @Override
    public Evaluation<INDArray, INDArray> ofLayer(INDArray map, TensorScope scope) {
        return of(map, side(map), false, scope);
    }

    /** The mean over windows at all pixels, which go round; as many as overlap by half say the same up to chance. */
    @Override
    public Evaluation<INDArray, INDArray> ofCircularLayer(INDArray map, TensorScope scope) {
        return of(map, side(map), true, scope);
    }

    private int side(INDArray map) {
        return Math.toIntExact(Math.min(window, MapShape.of(map).shorter()));
    }

    @Override
    public void requireShape(MapShape shape) {
        Require.that(
                shape.shorter() > 1,
                "window",
                "needs feature maps of at least 2 x 2, but they are " + shape.extents()
                        + ": use a larger image, or fewer octaves");
    }

    @Override
    public Descriptor fitted(Map<String, MapShape> target, Map<String, MapShape> image) {
        LayerDescriptor.super.fitted(target, image);
        return FittedSpectrum.of(window, target, image);
    }

    /** With windows of a side that is at most the map's. */
    static Evaluation<INDArray, INDArray> of(INDArray map, int side, boolean circular, TensorScope scope) {
        INDArray deviations = Centring.of(map, scope).deviations();
        Evaluation<INDArray, INDArray> colours = OpponentColours.of(deviations, scope);
        Evaluation<INDArray, INDArray> amplitudes = circular
                ? CircularSpectrum.of(colours.value(), side, scope)
                : WelchSpectrum.of(colours.value(), side, scope); // [C,n,n/2+1]
        return new Evaluation<>(amplitudes.value(), cotangent -> {
            INDArray gradient = amplitudes.pullback().apply(cotangent); // [1,H,W,C]
            return Centring.pullBack(colours.pullback().apply(gradient), scope);
        });
    }
}
