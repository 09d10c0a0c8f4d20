package lichen.synthesis.parameterization;

import java.util.Arrays;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.Summary;

/** The pixels themselves: x = p. Pullback: dL/dp = dL/dx. Values are free, also outside [0,1]. */
@Summary("the pixels themselves")
public record Pixels() implements Parameterization {
    @Override
    public Differentiable<double[], double[]> map(Size size) {
        return pixels -> new Evaluation<>(pixels, slopes -> slopes);
    }

    @Override
    public double[] parameters(Image image) {
        float[] rgb = image.toArray();
        double[] pixels = new double[rgb.length];
        Arrays.setAll(pixels, i -> rgb[i]);
        return pixels;
    }
}
