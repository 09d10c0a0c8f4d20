package lichen.synthesis.diffusion;

import lichen.core.image.Image;
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
}
