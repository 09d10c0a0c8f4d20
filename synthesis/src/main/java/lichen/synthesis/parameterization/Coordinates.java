package lichen.synthesis.parameterization;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import lichen.core.diff.Differentiable;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;

/**
 * Parameters, and the images of one size that they stand for. Nothing demands that every image can be made, nor that the
 * parameters of one can be found.
 */
public interface Coordinates {
    /** The extents of the images. */
    Size size();

    /**
     * From parameters to pixels, {@code [H][W][3]} flattened, with the way back for gradients. It may use the same arrays at
     * each call, and is not thread safe.
     */
    Differentiable<double[], double[]> map();

    /**
     * The parameters to begin with, in a fresh array: those of the start image or of the nearest that can be made. Where there is
     * no way back from images, a beginning of its own.
     *
     * @param start an image of the size, values in [0,1]
     */
    double[] begin(Image start);

    /**
     * The parameters to go on with at another size, in a fresh array: by default those of the image reached.
     *
     * @param point where the search at this size ended
     * @param finer the coordinates at the other size
     * @param refined makes an image of the other size from one of this size
     */
    default double[] following(double[] point, Coordinates finer, UnaryOperator<Image> refined) {
        return finer.begin(refined.apply(image(point).clamp()));
    }

    /** The image that parameters stand for, values as they are. */
    default Image image(double[] point) {
        double[] pixels = map().at(point).value();
        return Image.of(
                size().width(),
                size().height(),
                NdArray.of(pixels, pixels.length).floats());
    }

    /** Coordinates of which every image has its own. */
    static Coordinates of(Size size, Differentiable<double[], double[]> map, Function<Image, double[]> inverse) {
        return new Coordinates() {
            @Override
            public Size size() {
                return size;
            }

            @Override
            public Differentiable<double[], double[]> map() {
                return map;
            }

            @Override
            public double[] begin(Image start) {
                return inverse.apply(start);
            }
        };
    }
}
