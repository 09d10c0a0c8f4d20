package lichen.synthesis.parameterization;

import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.wave.Hartley;

/** The map of {@link Fourier} for one size, with its buffers. */
final class FourierMap implements Differentiable<double[], double[]> {
    /** Lucid divides by 4; a number of Hartley's has half the power of Fourier's complex one. */
    private static final double CONTRAST = 1 / Math.sqrt(8);

    /** Half a step of 8 bits from black; as far from white. */
    private static final double DARKEST = 0.5 / 255;

    private final double[] scales;
    private final Hartley hartley;
    private final double[][] planes;
    private final double[] pixels;
    private final double[] gradient;

    FourierMap(Size size, double decay) {
        scales = scales(size, decay);
        hartley = new Hartley(size);
        planes = new double[Image.CHANNELS][scales.length];
        pixels = new double[Image.CHANNELS * scales.length];
        gradient = new double[pixels.length];
    }

    @Override
    public Evaluation<double[], double[]> at(double[] parameters) {
        Require.that(
                parameters.length == pixels.length,
                "parameters",
                "must be " + pixels.length + " numbers, but are " + parameters.length);
        for (int c = 0; c < planes.length; c++) {
            for (int k = 0; k < scales.length; k++) {
                planes[c][k] = parameters[c * scales.length + k] * scales[k] * CONTRAST;
            }
            hartley.transform(planes[c]);
        }
        DecorrelatedColours.mix(planes, pixels);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 1 / (1 + StrictMath.exp(-pixels[i]));
        }
        return new Evaluation<>(pixels, this::pullBack);
    }

    private double[] pullBack(double[] slopes) {
        for (int i = 0; i < pixels.length; i++) {
            gradient[i] = slopes[i] * pixels[i] * (1 - pixels[i]);
        }
        DecorrelatedColours.mixTransposed(gradient, planes);
        for (int c = 0; c < planes.length; c++) {
            hartley.transform(planes[c]);
            for (int k = 0; k < scales.length; k++) {
                gradient[c * scales.length + k] = planes[c][k] * scales[k] * CONTRAST;
            }
        }
        return gradient;
    }

    /** The parameters of an image, in a fresh array. */
    double[] inverse(Image image) {
        double[] parameters = new double[pixels.length];
        float[] rgb = image.toArray();
        for (int i = 0; i < rgb.length; i++) {
            double value = Math.max(DARKEST, Math.min(1 - DARKEST, rgb[i]));
            parameters[i] = StrictMath.log(value / (1 - value));
        }
        DecorrelatedColours.separate(parameters, planes);
        for (int c = 0; c < planes.length; c++) {
            hartley.transform(planes[c]);
            for (int k = 0; k < scales.length; k++) {
                parameters[c * scales.length + k] = planes[c][k] / (scales[k] * CONTRAST);
            }
        }
        return parameters;
    }

    /** s for every wave; the waves of a transform are in the order 0, 1, ..., then the negative ones up to -1. */
    private static double[] scales(Size size, double decay) {
        double lowest = 1.0 / Math.max(size.width(), size.height());
        double[] scales = new double[size.width() * size.height()];
        for (int row = 0; row < size.height(); row++) {
            double vertical = (double) Math.min(row, size.height() - row) / size.height();
            for (int column = 0; column < size.width(); column++) {
                double horizontal = (double) Math.min(column, size.width() - column) / size.width();
                double frequency = Math.sqrt(vertical * vertical + horizontal * horizontal);
                scales[row * size.width() + column] = StrictMath.pow(Math.max(frequency, lowest), -decay);
            }
        }
        return scales;
    }
}
