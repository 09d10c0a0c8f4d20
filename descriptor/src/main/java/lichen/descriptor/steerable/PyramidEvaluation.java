package lichen.descriptor.steerable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lichen.core.wave.SpectrumGrid;

/** One evaluation of {@link PyramidStatistics}, with what the way back needs. */
final class PyramidEvaluation {
    private final PyramidStatistics settings;
    private final SteerablePyramid pyramid;
    private final double[][] planes;
    private final double[][] spectra;
    private final double[] highpassDeviations;
    private final PlaneGroup pixels;
    private final List<PlaneGroup> lowpasses = new ArrayList<>();
    private final List<ScaleStatistics> scales = new ArrayList<>();

    PyramidEvaluation(PyramidStatistics settings, SpectrumGrid grid, double[][] given) {
        this.settings = settings;
        pyramid = new SteerablePyramid(grid, settings.scales(), settings.orientations());
        planes = Arrays.stream(given).map(double[]::clone).toArray(double[][]::new);
        spectra = Arrays.stream(planes).parallel().map(pyramid::spectrum).toArray(double[][]::new);
        highpassDeviations = Arrays.stream(spectra)
                .mapToDouble(spectrum ->
                        PlaneStatistics.CONTRAST * Math.sqrt(pyramid.highpassPower(spectrum) + PlaneStatistics.RIDGE))
                .toArray();
        pixels = new PlaneGroup(planes, new PlaneStatistics(true, true, new SubbandAutocorrelation(grid, 1)));
        for (int scale = 0; scale <= settings.scales(); scale++) {
            lowpasses.add(new PlaneGroup(lowpass(scale), new PlaneStatistics(false, true, autocorrelation(scale))));
            if (scale < settings.scales()) {
                double[][] parents = scale + 1 < settings.scales() ? bands(scale + 1, scale) : new double[0][];
                scales.add(new ScaleStatistics(
                        bands(scale, scale), parents, new PlaneStatistics(true, false, autocorrelation(scale))));
            }
        }
    }

    /** The statistics. */
    double[] value() {
        StatisticsRow numbers = StatisticsRow.empty();
        pixels.writeTo(numbers);
        numbers.put(highpassDeviations);
        for (int scale = 0; scale < lowpasses.size(); scale++) {
            lowpasses.get(scale).writeTo(numbers);
            if (scale < scales.size()) {
                scales.get(scale).writeTo(numbers);
            }
        }
        return numbers.toArray();
    }

    /** From dL/d statistics to dL/d planes. */
    double[][] pullBack(double[] cotangent) {
        StatisticsRow numbers = StatisticsRow.of(cotangent);
        double[][] gradients = Complex.zeros(planes);
        pixels.pullBack(planes, numbers, gradients);
        double[][] ofSpectra = Complex.zeros(spectra);
        double[] ofHighpass = numbers.take(spectra.length);
        for (int c = 0; c < spectra.length; c++) {
            double slope = PlaneStatistics.CONTRAST * PlaneStatistics.CONTRAST / (2 * highpassDeviations[c]);
            pyramid.pullBackHighpassPower(spectra[c], ofHighpass[c] * slope, ofSpectra[c]);
        }
        for (int scale = 0; scale < lowpasses.size(); scale++) {
            pullBackLowpass(scale, numbers, ofSpectra);
            if (scale < scales.size()) {
                double[][][] ofBands = scales.get(scale).pullBack(numbers);
                pullBackBands(ofBands[0], scale, scale, ofSpectra);
                pullBackBands(ofBands[1], scale + 1, scale, ofSpectra);
            }
        }
        IntStream.range(0, planes.length).parallel().forEach(c -> {
            double[] gradient = pyramid.pullBackSpectrum(ofSpectra[c]);
            Sums.add(1, gradient, gradients[c], 0, gradient.length);
        });
        return gradients;
    }

    private SubbandAutocorrelation autocorrelation(int scale) {
        return new SubbandAutocorrelation(pyramid.grid(scale), settings.neighbourhood());
    }

    private double[][] lowpass(int scale) {
        return Arrays.stream(spectra)
                .parallel()
                .map(spectrum -> Complex.real(pyramid.part(spectrum, pyramid.lowpass(scale), scale)))
                .toArray(double[][]::new);
    }

    /** The bands of a scale, colour by colour, on the grid of the same or a finer scale. */
    private double[][] bands(int scale, int gridScale) {
        int orientations = settings.orientations();
        return IntStream.range(0, spectra.length * orientations)
                .parallel()
                .mapToObj(
                        i -> pyramid.part(spectra[i / orientations], pyramid.band(scale, i % orientations), gridScale))
                .toArray(double[][]::new);
    }

    private void pullBackLowpass(int scale, StatisticsRow numbers, double[][] ofSpectra) {
        double[][] centred = lowpass(scale);
        Arrays.stream(centred).forEach(Sums::centre);
        double[][] slopes = Complex.zeros(centred);
        lowpasses.get(scale).pullBack(centred, numbers, slopes);
        Filter filter = pyramid.lowpass(scale);
        IntStream.range(0, slopes.length).parallel().forEach(c -> {
            double[] complex = Complex.of(slopes[c]);
            pyramid.transformCotangent(complex, filter, scale);
            pyramid.pullBack(complex, filter, scale, ofSpectra[c]);
        });
    }

    /** Consumes the gradients of bands. */
    private void pullBackBands(double[][] ofBands, int scale, int gridScale, double[][] ofSpectra) {
        int orientations = settings.orientations();
        IntStream.range(0, ofBands.length)
                .parallel()
                .forEach(i -> pyramid.transformCotangent(ofBands[i], pyramid.band(scale, i % orientations), gridScale));
        IntStream.range(0, ofBands.length / orientations).parallel().forEach(c -> {
            for (int k = 0; k < orientations; k++) {
                pyramid.pullBack(ofBands[c * orientations + k], pyramid.band(scale, k), gridScale, ofSpectra[c]);
            }
        });
    }
}
