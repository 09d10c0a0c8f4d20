package lichen.app.experiment;

import lichen.core.diff.Differentiable;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.synthesis.parameterization.Parameterization;

/**
 * Where a synthesis starts, and how the optimiser's parameters become an image from there on.
 *
 * @param start the first image
 * @param parameters the parameters that stand for it
 * @param map from parameters to pixels
 */
record Beginning(Image start, double[] parameters, Differentiable<double[], double[]> map) {
    /** A beginning at an image. */
    static Beginning at(Image start, Parameterization parameterization) {
        return new Beginning(
                start,
                parameterization.parameters(start),
                parameterization.map(new Size(start.width(), start.height())));
    }

    /** The image that parameters stand for, values as they are. */
    Image image(double[] point) {
        double[] pixels = map.at(point).value();
        return Image.of(
                start.width(), start.height(), NdArray.of(pixels, pixels.length).floats());
    }
}
