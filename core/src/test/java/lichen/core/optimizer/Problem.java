package lichen.core.optimizer;

import java.util.Arrays;
import java.util.Random;

/** A function whose minimum is known. */
record Problem(String name, Objective objective, double[] start, double least) {
    /** sum of c_i (x_i - i)^2 / 2, the c_i from 1 to the condition number. */
    static Problem quadratic(int length, double condition) {
        return new Problem(
                "quadratic of condition " + condition,
                (point, gradient) -> {
                    double value = 0;
                    for (int i = 0; i < length; i++) {
                        double curvature = Math.pow(condition, i / (length - 1.0));
                        double distance = point[i] - i % 3;
                        value += curvature * distance * distance / 2;
                        gradient[i] = curvature * distance;
                    }
                    return value;
                },
                filled(length, 5),
                0);
    }

    /** The banana valley: sum over pairs of 100 (y - x^2)^2 + (1 - x)^2. */
    static Problem rosenbrock(int length) {
        double[] start = new double[length];
        for (int i = 0; i < length; i++) {
            start[i] = i % 2 == 0 ? -1.2 : 1;
        }
        return new Problem(
                "Rosenbrock",
                (point, gradient) -> {
                    double value = 0;
                    for (int i = 0; i < length; i += 2) {
                        double bend = point[i + 1] - point[i] * point[i];
                        double rest = 1 - point[i];
                        value += 100 * bend * bend + rest * rest;
                        gradient[i] = -400 * point[i] * bend - 2 * rest;
                        gradient[i + 1] = 200 * bend;
                    }
                    return value;
                },
                start,
                0);
    }

    /** Logistic regression with a penalty; its minimum has no closed form. */
    static Problem logistic(int examples, int length) {
        Random random = new Random(5);
        double[][] inputs = new double[examples][length];
        for (double[] input : inputs) {
            Arrays.setAll(input, i -> random.nextGaussian());
        }
        return new Problem(
                "logistic regression",
                (point, gradient) -> {
                    double value = 0;
                    for (int i = 0; i < length; i++) {
                        value += 0.05 * point[i] * point[i];
                        gradient[i] = 0.1 * point[i];
                    }
                    for (int example = 0; example < examples; example++) {
                        double[] input = inputs[example];
                        double label = example % 3 == 0 ? 1 : -1;
                        double margin = label * (Vectors.dot(input, point) + input[0]);
                        value += Math.log1p(Math.exp(-margin));
                        Vectors.add(-label / (1 + Math.exp(margin)), input, gradient);
                    }
                    return value;
                },
                filled(length, 0.5),
                Double.NaN);
    }

    /** The length of A x - b, with fewer equations than unknowns: zero at the minimum, and not smooth there. */
    static Problem distance(int equations, int length) {
        Random random = new Random(11);
        double[][] rows = new double[equations][length];
        for (double[] row : rows) {
            double scale = Math.exp(random.nextGaussian());
            Arrays.setAll(row, i -> scale * random.nextGaussian());
        }
        return new Problem(
                "distance",
                (point, gradient) -> {
                    double[] rests = new double[equations];
                    double squares = 0;
                    for (int row = 0; row < equations; row++) {
                        rests[row] = Vectors.dot(rows[row], point) - 1;
                        squares += rests[row] * rests[row];
                    }
                    double value = Math.sqrt(squares);
                    Arrays.fill(gradient, 0);
                    for (int row = 0; row < equations && value > 0; row++) {
                        Vectors.add(rests[row] / value, rows[row], gradient);
                    }
                    return value;
                },
                filled(length, 0.3),
                0);
    }

    /** sum of x_i - log x_i: 1 each at x = 1, not defined for x <= 0. */
    static Problem barrier(int length) {
        return new Problem(
                "barrier",
                (point, gradient) -> {
                    double value = 0;
                    for (int i = 0; i < length; i++) {
                        value += point[i] - Math.log(point[i]);
                        gradient[i] = 1 - 1 / point[i];
                    }
                    return value;
                },
                filled(length, 0.02),
                length);
    }

    /** The same function plus a constant, as a 32-bit program would compute it. */
    Problem inSinglePrecision(double constant) {
        return new Problem(
                name + " in 32 bits",
                (point, gradient) -> {
                    double[] rounded = new double[point.length];
                    Arrays.setAll(rounded, i -> (float) point[i]);
                    double value = objective.at(rounded, gradient);
                    for (int i = 0; i < gradient.length; i++) {
                        gradient[i] = (float) gradient[i];
                    }
                    return (float) (value + constant);
                },
                start,
                least + constant);
    }

    private static double[] filled(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }

    @Override
    public String toString() {
        return name;
    }
}
