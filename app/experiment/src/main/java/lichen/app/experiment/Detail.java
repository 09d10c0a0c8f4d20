package lichen.app.experiment;

import java.util.function.UnaryOperator;
import lichen.core.image.Image;

/**
 * What has been added to an image, carried to the same image at another size.
 *
 * @param before the image that it was added to
 * @param after the same at the other size
 */
record Detail(Image before, Image after) {
    private static final float MIDDLE = 0.5f;

    /**
     * Adds to the one what was added to the other.
     *
     * @param changed the image with what was added
     * @param resizing brings an image to the other size
     */
    Image carried(Image changed, UnaryOperator<Image> resizing) {
        Image detail = resizing.apply(sum(changed, 0.5f, before, -0.5f, MIDDLE)); // images end at 0, differences do not
        return sum(after, 1, detail, 2, -2 * MIDDLE);
    }

    private static Image sum(Image one, float factor, Image other, float otherFactor, float shift) {
        float[] sum = one.toArray();
        float[] added = other.toArray();
        for (int i = 0; i < sum.length; i++) {
            sum[i] = factor * sum[i] + otherFactor * added[i] + shift;
        }
        return Image.of(one.width(), one.height(), sum);
    }
}
