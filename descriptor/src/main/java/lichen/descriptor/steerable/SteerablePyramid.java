package lichen.descriptor.steerable;

import java.util.ArrayList;
import java.util.List;
import lichen.core.wave.PlaneTransform;
import lichen.core.wave.SpectrumGrid;

/**
 * The complex steerable pyramid of planes of one size, circular at the borders, and its adjoint.
 *
 * <p>All its parts are filtered copies of one spectrum, and the gradients of all come together in the gradient of that
 * spectrum. Amplitudes are those of the plane at every scale: a wave of amplitude 1 in the middle of a band gives coefficients
 * of the magnitude 1 for as many orientations as share it. It is a tight frame: mean(x²) = mean(highpass²) + sum over bands
 * of mean(|z|²) / 2 + mean(coarsest lowpass²).
 *
 * <p>Source: Simoncelli and Freeman, "The Steerable Pyramid: A Flexible Architecture for Multi-Scale Derivative
 * Computation" (1995); Portilla and Simoncelli (2000). The filters: {@link SteerableFilters}.
 */
final class SteerablePyramid {
    private final List<SpectrumGrid> grids = new ArrayList<>();
    private final List<PlaneTransform> transforms = new ArrayList<>();
    private final Filter highpass;
    private final List<Filter> lowpasses;
    private final List<List<Filter>> bands;

    /**
     * Prepares the filters.
     *
     * @param grid the extents of the planes, both divisible by 2^scales
     */
    SteerablePyramid(SpectrumGrid grid, int scales, int orientations) {
        SpectrumGrid next = grid;
        for (int scale = 0; scale <= scales; scale++) {
            grids.add(next);
            transforms.add(new PlaneTransform(next));
            next = scale == scales ? next : next.halved();
        }
        List<SteerableFilters> filters =
                grids.stream().parallel().map(SteerableFilters::new).toList();
        highpass = filters.get(0).highpass();
        lowpasses = filters.stream().map(SteerableFilters::lowpass).toList();
        bands = filters.subList(0, scales).stream()
                .map(ofScale -> ofScale.bands(orientations))
                .toList();
    }

    /** The extents of the lowpass and of the bands of a scale. */
    SpectrumGrid grid(int scale) {
        return grids.get(scale);
    }

    /** The lowpass of a scale, the coarsest included. */
    Filter lowpass(int scale) {
        return lowpasses.get(scale);
    }

    /** A complex band of a scale. */
    Filter band(int scale, int orientation) {
        return bands.get(scale).get(orientation);
    }

    /** The spectrum of a plane, fresh. */
    double[] spectrum(double[] plane) {
        double[] spectrum = Complex.of(plane);
        transforms.get(0).forward(spectrum, grid(0));
        return spectrum;
    }

    /** What a filter lets pass, as complex numbers on the grid of a scale (its own, or a finer one: interpolated), fresh. */
    double[] part(double[] spectrum, Filter filter, int scale) {
        SpectrumGrid grid = grid(scale);
        double[] part = new double[2 * grid.pixels()];
        filter.carry(spectrum, grid(0), part, grid);
        transforms.get(scale).inverse(part);
        double factor = 1.0 / grid(0).pixels();
        for (int i = 0; i < part.length; i++) {
            part[i] *= factor;
        }
        return part;
    }

    /** Turns a cotangent of {@link #part}, dL/d real + i dL/d imaginary, into its spectrum, as far as the filter reaches. */
    void transformCotangent(double[] cotangent, Filter filter, int scale) {
        transforms.get(scale).forward(cotangent, filter.grid());
    }

    /** Adds the transformed cotangent of {@link #part} to the gradient of the spectrum. */
    void pullBack(double[] transformed, Filter filter, int scale, double[] gradient) {
        filter.carry(transformed, grid(scale), gradient, grid(0));
    }

    /** From the gradient of the spectrum, which is consumed, to that of the plane. */
    double[] pullBackSpectrum(double[] gradient) {
        transforms.get(0).inverse(gradient);
        double[] plane = Complex.real(gradient);
        for (int i = 0; i < plane.length; i++) {
            plane[i] /= plane.length;
        }
        return plane;
    }

    /** The mean square of the highpass. */
    double highpassPower(double[] spectrum) {
        double pixels = grid(0).pixels();
        return highpass.energy(spectrum) / pixels / pixels;
    }

    /** Adds the gradient of {@link #highpassPower}. */
    void pullBackHighpassPower(double[] spectrum, double cotangent, double[] gradient) {
        highpass.pullBackEnergy(spectrum, cotangent / grid(0).pixels(), gradient);
    }
}
