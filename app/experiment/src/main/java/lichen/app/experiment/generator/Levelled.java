package lichen.app.experiment.generator;

import lichen.core.optimizer.Objective;

/**
 * A loss L that counts the less, the larger it is, so that of several none draws all attention to itself: with the level b,
 *
 * <pre>log(1 + L / b), whose gradient is that of L divided by b + L</pre>
 *
 * <p>Far above b equal ratios of losses count alike, far below it equal differences. Source: the Cauchy loss, of L as a square; Barron, "A
 * general and adaptive robust loss function" (2019), equation 8.
 *
 * @param objective L, from 0 on
 * @param level b, above 0
 */
record Levelled(Objective objective, double level) implements Objective {
    @Override
    public double at(double[] point, double[] gradient) {
        double loss = objective.at(point, gradient);
        double slope = 1 / (level + loss);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= slope;
        }
        return Math.log1p(loss / level);
    }
}
