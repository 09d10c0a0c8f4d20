package lichen.app.cli.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Makes sure that the contenders train the same network on the same loss, before that is timed. */
final class TrainingCheck {
    private static final int SIDE = 32;
    private static final int IMAGES = 4;
    private static final int STEPS = 3;

    /** The first loss is the same function of the same numbers. */
    private static final double FIRST_TOLERANCE = 1e-4;

    /** The first steps are chaotic: a change of the images by a millionth changes the third loss by a hundredth. */
    private static final double TOLERANCE = 0.02;

    private TrainingCheck() {}

    /**
     * Compares the losses of the first steps with the first contender's.
     *
     * @param batches makes a batch of so many images of a side
     * @throws IllegalStateException if they differ, or do not fall
     */
    static <B> void check(List<TrainingContender<B>> contenders, BiFunction<Integer, Integer, B> batches) {
        B batch = batches.apply(IMAGES, SIDE);
        double[] expected = losses(contenders.get(0), batch);
        for (TrainingContender<B> contender : contenders) {
            double[] found = losses(contender, batch);
            for (int step = 0; step < STEPS; step++) {
                double tolerance = step == 0 ? FIRST_TOLERANCE : TOLERANCE;
                if (!(Math.abs(found[step] - expected[step]) <= tolerance * expected[step])) {
                    throw new IllegalStateException(contender.name() + " loses " + found[step] + " at step "
                            + (step + 1) + ", " + contenders.get(0).name() + " " + expected[step]);
                }
            }
            if (!(found[STEPS - 1] < found[0])) {
                throw new IllegalStateException(
                        contender.name() + " does not learn: " + found[0] + ", " + found[STEPS - 1]);
            }
            System.out.printf(
                    Locale.ROOT,
                    "check: %s loses %.6g, and %.6g after %d steps%n",
                    contender.name(),
                    found[0],
                    found[STEPS - 1],
                    STEPS - 1);
        }
    }

    private static <B> double[] losses(TrainingContender<B> contender, B batch) {
        double[] losses = new double[STEPS];
        try (Racer training = contender.open().apply(batch)) {
            for (int step = 0; step < STEPS; step++) {
                losses[step] = training.run();
            }
        }
        return losses;
    }
}
