package lichen.synthesis.parameterization;

import java.util.Arrays;
import lichen.core.diff.Evaluation;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.Summary;

/** The pixels themselves: x = p. Pullback: dL/dp = dL/dx. Values are free, also outside [0,1]. */
@Summary("the pixels themselves")
public record Pixels() implements Parameterization {
    @Override
    public Coordinates open(Size size, CoordinateContext context) {
        return Coordinates.of(size, pixels -> new Evaluation<>(pixels, slopes -> slopes), Pixels::of);
    }

    /** The pixels of an image, {@code [H][W][3]} flattened. */
    public static double[] of(Image image) {
        float[] rgb = image.toArray();
        double[] pixels = new double[rgb.length];
        Arrays.setAll(pixels, i -> rgb[i]);
        return pixels;
    }
}
