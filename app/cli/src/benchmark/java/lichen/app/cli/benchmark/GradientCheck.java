package lichen.app.cli.benchmark;

import java.util.List;
import java.util.Locale;

/** Makes sure that the contenders compute what they are timed for, and the same. */
final class GradientCheck {
    private static final int SIDE = 32;
    /** Length of the step along the gradient; small against ReLU's kinks, large against float32's rounding. */
    private static final double STEP = 1e-2;
    /** Float32 losses of a nine-layer network and the kinks within the step; a wrong term is off by tens of percent. */
    private static final double TOLERANCE = 0.02;

    private static final double LOSS_TOLERANCE = 1e-3;

    private GradientCheck() {}

    /**
     * Compares each contender's gradient with a central difference along it, and its loss with the first contender's.
     *
     * @throws IllegalStateException if they differ
     */
    static void check(List<Contender> contenders, Loss loss) {
        Problem problem = Problem.random(SIDE, loss);
        double first = loss(contenders.get(0), problem);
        for (Contender contender : contenders) {
            if (contender != contenders.get(0)) {
                require(
                        contender.name() + " " + loss + " loss beside "
                                + contenders.get(0).name(),
                        loss(contender, problem),
                        first,
                        LOSS_TOLERANCE);
            }
            float[] gradient = gradient(contender, problem);
            double norm = norm(gradient);
            double slope = (loss(contender, step(problem, gradient, STEP / norm))
                            - loss(contender, step(problem, gradient, -STEP / norm)))
                    / (2 * STEP);
            require(contender.name() + " " + loss + " gradient beside a finite difference", norm, slope, TOLERANCE);
        }
    }

    private static double loss(Contender contender, Problem problem) {
        try (Contender.Evaluation evaluation = contender.open(problem)) {
            return evaluation.run();
        }
    }

    /** Of the second run: what the first one left must not be added. */
    private static float[] gradient(Contender contender, Problem problem) {
        try (Contender.Evaluation evaluation = contender.open(problem)) {
            evaluation.run();
            evaluation.run();
            return evaluation.gradient();
        }
    }

    private static Problem step(Problem problem, float[] direction, double length) {
        float[] moved = problem.image().clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (length * direction[i]);
        }
        return problem.at(moved);
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    private static void require(String what, double found, double expected, double tolerance) {
        if (!(Math.abs(found - expected) <= tolerance * Math.abs(expected))) {
            throw new IllegalStateException(what + ": found " + found + ", expected " + expected);
        }
        System.out.printf(Locale.ROOT, "check: %s: %.6g, expected %.6g%n", what, found, expected);
    }
}
