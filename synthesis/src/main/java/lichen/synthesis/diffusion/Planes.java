package lichen.synthesis.diffusion;

import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;

/** Images as numbers in [-1, 1], as noise of deviation 1 is added to them, and at other sizes. */
final class Planes {
    private Planes() {}

    /** [0,1] to [-1,1]. */
    static float[] centred(Image image) {
        float[] values = image.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * values[i] - 1;
        }
        return values;
    }

    /** [-1,1] to [0,1]. */
    static Image image(Size size, float[] values) {
        float[] rgb = new float[values.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (values[i] + 1) / 2;
        }
        return Image.of(size.width(), size.height(), rgb);
    }

    /** An image that tiles, at another size. */
    static Image resized(Image image, Size size) {
        return image.size().equals(size) ? image : Resize.circular(image, size);
    }

    /** An image's low frequencies: what is left of it at a coarser size. */
    static float[] low(float[] values, Size size, Size coarser) {
        return centred(resized(resized(image(size, values).clamp(), coarser), size));
    }
}
