package lichen.synthesis.parameterization;

import lichen.core.diff.Differentiable;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.Summary;

/**
 * What an optimiser turns the knobs of: a map from parameters to an image, as a user writes it. Two methods, since it is
 * one map in its two directions.
 */
@Summary("what the optimiser changes, and how an image is made of it")
public interface Parameterization {
    /**
     * The map for images of one size.
     *
     * @return from parameters to pixels, {@code [H][W][3]} flattened, with the way back for gradients. It may use the
     *     same arrays at each call, and is not thread safe.
     */
    Differentiable<double[], double[]> map(Size size);

    /**
     * The way back from an image: parameters of which the map makes it, or the nearest that it can make.
     *
     * @param image any image, values in [0,1]
     * @return a fresh array
     */
    double[] parameters(Image image);
}
