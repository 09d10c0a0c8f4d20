package lichen.app.quality.plane;

import java.util.Arrays;
import lichen.core.wave.Waves;

/**
 * How alike two planes are when one is moved over the other: c(s) = the correlation of f(p + s) and g(p) over the pixels p that
 * they have in common, each less its mean there. What leaves on one side comes in on the other, after the larger width and the
 * larger height, so that as many pixels are compared at every shift: of planes of the same extents all.
 */
public final class CrossCorrelation {
    /** A part with less of the variance than this is of one value but for rounding, and like nothing else. */
    private static final double EVEN = 1e-9;

    /** So little variance is that of rounding. */
    private static final double ROUNDING = 1e-20;

    private CrossCorrelation() {}

    /**
     * The highest of all shifts, from 0 to 1. Two planes of one value each have 1, one of them and another plane 0. Cost: eleven
     * Fourier transforms.
     */
    public static double highest(Plane one, Plane other) {
        int width = Math.max(one.width(), other.width());
        int height = Math.max(one.height(), other.height());
        Sums first = Sums.of(one, width, height);
        Sums second = Sums.of(other, width, height);
        if (first.isEven() || second.isEven()) {
            return first.isEven() && second.isEven() ? 1 : 0;
        }
        double common = (double) Math.min(one.width(), other.width()) * Math.min(one.height(), other.height());
        double[] products = moved(first.values, second.values);
        double[] firsts = moved(first.values, second.places);
        double[] seconds = moved(first.places, second.values);
        double[] firstSquares = moved(first.squares, second.places);
        double[] secondSquares = moved(first.places, second.squares);
        double highest = 0;
        for (int shift = 0; shift < products.length; shift++) {
            double spread = firstSquares[shift] - firsts[shift] * firsts[shift] / common;
            double otherSpread = secondSquares[shift] - seconds[shift] * seconds[shift] / common;
            if (spread > EVEN * first.squaresOfAll && otherSpread > EVEN * second.squaresOfAll) {
                double together = products[shift] - firsts[shift] * seconds[shift] / common;
                highest = Math.max(highest, together / Math.sqrt(spread * otherSpread));
            }
        }
        return Math.min(1, highest);
    }

    private static double[] moved(Waves one, Waves other) {
        return one.timesConjugate(other).values();
    }

    /** A plane's values less their mean, their squares, and 1 where it is, all 0 elsewhere, as waves; the sum of the squares. */
    private record Sums(Waves values, Waves squares, Waves places, double squaresOfAll) {
        static Sums of(Plane plane, int width, int height) {
            Plane centred = plane.centred();
            double[] values = centred.toArray();
            double[] squares = Arrays.stream(values).map(value -> value * value).toArray();
            double[] ones = new double[values.length];
            Arrays.fill(ones, 1);
            return new Sums(
                    centred.padded(width, height).waves(),
                    waves(plane, squares, width, height),
                    waves(plane, ones, width, height),
                    Arrays.stream(squares).sum());
        }

        boolean isEven() {
            return squaresOfAll < ROUNDING * values.power().length;
        }

        private static Waves waves(Plane like, double[] values, int width, int height) {
            return Plane.of(like.width(), like.height(), values)
                    .padded(width, height)
                    .waves();
        }
    }
}
