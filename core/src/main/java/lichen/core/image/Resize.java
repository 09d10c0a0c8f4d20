package lichen.core.image;

/**
 * Resizing of high quality, on the numbers themselves: no rounding to 8 bits in between.
 *
 * <p>Along each axis, an output pixel is a weighted mean of input pixels. Shrinking weighs them with Lanczos' window of
 * three lobes, stretched by the factor so that no detail folds into false patterns; growing with the cubic of Catmull and
 * Rom. Weights add up to one: even areas stay as they are.
 */
public final class Resize {
    private Resize() {}

    /**
     * The image at another size. Where the shapes differ, the largest part of the new shape is first cut out of the
     * middle: nothing is distorted. Values stay in [0,1] where they were.
     */
    public static Image fit(Image image, Size size) {
        Image part = image.crop(middle(image.size(), size));
        if (part.width() == size.width() && part.height() == size.height()) {
            return part;
        }
        return resampled(part, Resampling.of(part.width(), size.width()), Resampling.of(part.height(), size.height()));
    }

    /**
     * An image that tiles, at another size at which it still tiles: beyond its border it begins again. Nothing is cut off; where
     * the shapes differ, it is stretched.
     */
    public static Image circular(Image image, Size size) {
        return resampled(
                image,
                Resampling.circular(image.width(), size.width()),
                Resampling.circular(image.height(), size.height()));
    }

    /** The image at another size, of which nothing is cut off: where the shapes differ, it is stretched. */
    public static Image stretched(Image image, Size size) {
        return resampled(
                image, Resampling.of(image.width(), size.width()), Resampling.of(image.height(), size.height()));
    }

    private static Image resampled(Image image, Resampling across, Resampling down) {
        Size size = new Size(across.outputs(), down.outputs());
        float[] wide = columns(image.toArray(), image.height(), across);
        float[] sized = rows(wide, size.width(), down);
        for (int i = 0; i < sized.length; i++) {
            sized[i] = Math.max(0f, Math.min(1f, sized[i]));
        }
        return Image.of(size.width(), size.height(), sized);
    }

    /**
     * The largest part of another shape in the middle.
     *
     * @param whole what it is a part of
     * @param shape any size of the shape
     */
    public static Crop middle(Size whole, Size shape) {
        double scale = Math.min((double) whole.width() / shape.width(), (double) whole.height() / shape.height());
        int width = Math.max(1, Math.min(whole.width(), (int) Math.round(shape.width() * scale)));
        int height = Math.max(1, Math.min(whole.height(), (int) Math.round(shape.height() * scale)));
        return new Crop((whole.width() - width) / 2, (whole.height() - height) / 2, width, height);
    }

    /** {@code [H][in][3] -> [H][out][3]}. */
    private static float[] columns(float[] rgb, int height, Resampling resampling) {
        int in = resampling.inputs() * Image.CHANNELS;
        int out = resampling.outputs() * Image.CHANNELS;
        float[] result = new float[height * out];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < resampling.outputs(); x++) {
                for (int channel = 0; channel < Image.CHANNELS; channel++) {
                    result[y * out + x * Image.CHANNELS + channel] =
                            resampling.apply(x, rgb, y * in + channel, Image.CHANNELS);
                }
            }
        }
        return result;
    }

    /** {@code [in][W][3] -> [out][W][3]}. */
    private static float[] rows(float[] rgb, int width, Resampling resampling) {
        int stride = width * Image.CHANNELS;
        float[] result = new float[resampling.outputs() * stride];
        for (int y = 0; y < resampling.outputs(); y++) {
            for (int i = 0; i < stride; i++) {
                result[y * stride + i] = resampling.apply(y, rgb, i, stride);
            }
        }
        return result;
    }
}
