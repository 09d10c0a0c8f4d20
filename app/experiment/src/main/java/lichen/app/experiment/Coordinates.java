package lichen.app.experiment;

import lichen.core.diff.Differentiable;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.synthesis.parameterization.Parameterization;

/**
 * How the optimiser's parameters become an image of one size.
 *
 * @param size of the image
 * @param map from parameters to pixels
 */
record Coordinates(Size size, Differentiable<double[], double[]> map) {
    /** The coordinates of images of a size. */
    static Coordinates of(Parameterization parameterization, Size size) {
        return new Coordinates(size, parameterization.map(size));
    }

    /** The image that parameters stand for, values as they are. */
    Image image(double[] point) {
        double[] pixels = map.at(point).value();
        return Image.of(
                size.width(), size.height(), NdArray.of(pixels, pixels.length).floats());
    }
}
