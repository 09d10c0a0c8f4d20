package lichen.io.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import lichen.core.image.Image;

/** An image as the bytes of a PNG. */
final class PngEncoder {
    private PngEncoder() {}

    /** Writes the bytes; the stream stays open. */
    static void write(Image image, Depth depth, OutputStream out) throws IOException {
        write(picture(image, depth), out);
    }

    /** Writes the bytes; the stream stays open. */
    static void write(RenderedImage picture, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(picture);
        } finally {
            writer.dispose();
        }
    }

    /** An image in whole levels, for any encoder. */
    static BufferedImage picture(Image image, Depth depth) {
        ComponentColorModel model = model(depth);
        WritableRaster raster = model.createCompatibleWritableRaster(image.width(), image.height());
        float[] values = image.toArray();
        int[] levels = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            levels[i] = depth.level(values[i]);
        }
        raster.setPixels(0, 0, image.width(), image.height(), levels);
        return new BufferedImage(model, raster, false, null);
    }

    /** How its levels are colours. */
    static ComponentColorModel model(Depth depth) {
        int type = depth == Depth.EIGHT_BITS ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        return new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, type);
    }
}
