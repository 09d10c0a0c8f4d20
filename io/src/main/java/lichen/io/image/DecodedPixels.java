package lichen.io.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Optional;
import java.util.stream.IntStream;
import lichen.core.image.Image;

/**
 * A decoded picture as numbers. Grey becomes three equal channels, a palette its colours, other colour spaces sRGB.
 *
 * <p>{@code BufferedImage.getRGB} is of no use for this: it rounds to 8 bits, and brightens grey pictures, which Java
 * takes to be linear.
 */
final class DecodedPixels {
    private DecodedPixels() {}

    /**
     * Converts a picture; its transparency is left to {@link Transparency}.
     *
     * @param file what to call the file in messages
     * @param profile the profile that the file carries and the decoder did not see
     * @return {@code [H][W][3]} flattened
     */
    static float[] rgb(String file, BufferedImage picture, Optional<ICC_Profile> profile) throws ImageFileException {
        BufferedImage plain = withComponents(picture);
        ColorModel model = plain.getColorModel();
        int channels = model.getNumColorComponents();
        Raster colours = bands(plain.getRaster(), 0, channels);
        float largest = largest(file, model);
        if (channels == 1) {
            return grey(colours, largest);
        }
        Optional<ICC_Profile> source = profile.or(() -> profileOf(model.getColorSpace()));
        boolean asTheyAre = channels == Image.CHANNELS
                && (isFloat(model) || source.map(ColourProfile::isSrgb).orElse(true));
        if (asTheyAre) {
            return scaled(colours, largest);
        }
        if (source.isPresent() && source.get().getNumComponents() == channels) {
            return scaled(ColourProfile.toSrgb(colours, source.get()), Depth.SIXTEEN_BITS.largest());
        }
        return pixelByPixel(colours, largest, model.getColorSpace());
    }

    /** The picture with one number per channel and pixel: palettes and packed pixels are expanded, 8 bits a channel. */
    static BufferedImage withComponents(BufferedImage picture) {
        if (picture.getColorModel() instanceof ComponentColorModel) {
            return picture;
        }
        int width = picture.getWidth();
        int type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage expanded = new BufferedImage(width, picture.getHeight(), type);
        int[] row = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            expanded.setRGB(0, y, width, 1, row, 0, width);
        }
        return expanded;
    }

    /** A view of some channels. */
    static Raster bands(Raster raster, int first, int count) {
        int[] bands = IntStream.range(first, first + count).toArray();
        return raster.createChild(0, 0, raster.getWidth(), raster.getHeight(), 0, 0, bands);
    }

    /** The number that stands for 1. */
    static float largest(String file, ColorModel model) throws ImageFileException {
        int type = model.getTransferType();
        if (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT) {
            return (1 << model.getComponentSize(0)) - 1;
        }
        if (isFloat(model)) {
            return 1;
        }
        throw new ImageFileException(
                file,
                "has samples of " + model.getComponentSize(0)
                        + " bits that are no plain numbers, which is not supported: save it with 8 or 16 bits a channel");
    }

    static boolean isFloat(ColorModel model) {
        return model.getTransferType() == DataBuffer.TYPE_FLOAT || model.getTransferType() == DataBuffer.TYPE_DOUBLE;
    }

    /** The values of a raster, row by row, over the largest. */
    static float[] scaled(Raster raster, float largest) {
        float[] values = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (float[]) null);
        for (int i = 0; i < values.length; i++) {
            values[i] /= largest;
        }
        return values;
    }

    private static float[] grey(Raster raster, float largest) {
        float[] values = scaled(raster, largest);
        float[] rgb = new float[values.length * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = values[i / Image.CHANNELS];
        }
        return rgb;
    }

    private static float[] pixelByPixel(Raster raster, float largest, ColorSpace space) {
        float[] values = scaled(raster, largest);
        int channels = raster.getNumBands();
        float[] rgb = new float[values.length / channels * Image.CHANNELS];
        float[] colour = new float[channels];
        for (int pixel = 0; pixel < values.length / channels; pixel++) {
            System.arraycopy(values, pixel * channels, colour, 0, channels);
            System.arraycopy(space.toRGB(colour), 0, rgb, pixel * Image.CHANNELS, Image.CHANNELS);
        }
        return rgb;
    }

    private static Optional<ICC_Profile> profileOf(ColorSpace space) {
        return !space.isCS_sRGB() && space instanceof ICC_ColorSpace icc
                ? Optional.of(icc.getProfile())
                : Optional.empty();
    }
}
