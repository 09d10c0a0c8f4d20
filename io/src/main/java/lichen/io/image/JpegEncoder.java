package lichen.io.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import lichen.core.image.Image;

/** An image as the bytes of a JPEG. */
final class JpegEncoder {
    private static final float LARGEST = 100;

    private JpegEncoder() {}

    /** The bytes at a quality from 1 to 100; colours have half the resolution. */
    static byte[] bytes(Image image, int quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / LARGEST);
            writer.write(null, new IIOImage(PngEncoder.picture(image, Depth.EIGHT_BITS), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
