package lichen.app.experiment.embedding;

import java.util.Arrays;
import lichen.core.check.Require;

/** Points in a space of any dimension: {@code [n,d]}, finite. Immutable. */
public final class Points {
    private final int count;
    private final int dimension;
    private final double[] values;

    private Points(int count, int dimension, double[] values) {
        this.count = count;
        this.dimension = dimension;
        this.values = values;
    }

    /**
     * Makes points from their coordinates; the array is copied.
     *
     * @param count how many
     * @param dimension coordinates of each
     * @param values {@code [n][d]} flattened
     * @throws lichen.core.check.InvalidValueException if a number is not finite, or if there are too many or too few
     */
    public static Points of(int count, int dimension, double[] values) {
        Require.atLeast(1, "count", count);
        Require.atLeast(1, "dimension", dimension);
        long expected = (long) count * dimension;
        Require.that(values.length == expected, "values", "must be " + expected + " numbers, but are " + values.length);
        for (int i = 0; i < values.length; i++) {
            Require.that(
                    Double.isFinite(values[i]),
                    "values",
                    "must be finite, but number " + i % dimension + " of point " + i / dimension + " is " + values[i]);
        }
        return new Points(count, dimension, values.clone());
    }

    /** How many points there are. */
    public int count() {
        return count;
    }

    /** How many coordinates each has. */
    public int dimension() {
        return dimension;
    }

    /** One coordinate of one point. */
    public double at(int point, int coordinate) {
        return values[point * dimension + coordinate];
    }

    /** A copy of all coordinates: {@code [n][d]} flattened. */
    public double[] toArray() {
        return values.clone();
    }

    /** The square of the Euclidean distance between two points. */
    public double squaredDistance(int one, int other) {
        int a = one * dimension;
        int b = other * dimension;
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            double difference = values[a + i] - values[b + i];
            sum += difference * difference;
        }
        return sum;
    }

    /** The squares of all Euclidean distances: {@code [n][n]} flattened, symmetric. Cost: n^2 d / 2 multiply-adds. */
    double[] squaredDistances() {
        double[] squares = new double[Math.multiplyExact(count, count)];
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                double square = squaredDistance(i, j);
                squares[i * count + j] = square;
                squares[j * count + i] = square;
            }
        }
        return squares;
    }

    /** The same points about their mean. */
    Points centred() {
        double[] moved = values.clone();
        for (int coordinate = 0; coordinate < dimension; coordinate++) {
            double sum = 0;
            for (int point = 0; point < count; point++) {
                sum += at(point, coordinate);
            }
            for (int point = 0; point < count; point++) {
                moved[point * dimension + coordinate] -= sum / count;
            }
        }
        return new Points(count, dimension, moved);
    }

    /**
     * Checks that there is something to lay out.
     *
     * @throws lichen.core.check.InvalidValueException if all points are the same
     */
    void requireDifferent() {
        boolean same = true;
        for (int point = 1; point < count && same; point++) {
            same = Arrays.equals(values, 0, dimension, values, point * dimension, (point + 1) * dimension);
        }
        Require.that(
                !same,
                "vectors",
                "must differ, but all " + count
                        + " are the same: there is nothing to lay out; choose other layers or another descriptor");
    }
}
