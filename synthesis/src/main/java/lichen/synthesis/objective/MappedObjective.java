package lichen.synthesis.objective;

import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.optimizer.Objective;

/**
 * A loss of an image as a function of the parameters that the image is made from: L(p) = loss(map(p)). Not thread safe.
 */
public final class MappedObjective implements Objective {
    private final Differentiable<double[], double[]> map;
    private final Objective loss;
    private double[] slopes = new double[0];

    /**
     * Puts a map before a loss.
     *
     * @param map from parameters to pixels, {@code [H][W][3]} flattened; several in a row by {@link Differentiable#then}
     * @param loss what is minimised, over these pixels
     */
    public MappedObjective(Differentiable<double[], double[]> map, Objective loss) {
        this.map = map;
        this.loss = loss;
    }

    @Override
    public double at(double[] point, double[] gradient) {
        Evaluation<double[], double[]> image = map.at(point);
        if (slopes.length != image.value().length) {
            slopes = new double[image.value().length];
        }
        double value = loss.at(image.value(), slopes);
        System.arraycopy(image.pullback().apply(slopes), 0, gradient, 0, gradient.length);
        return value;
    }
}
