package lichen.io.image;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import lichen.core.image.Image;
import lichen.io.webp.LossyPicture;

/** The colours of lossy WebP: ImageIO's decoder gets them nearly right, and the rest, as transparency and profile, right. */
final class LossyWebp {
    private LossyWebp() {}

    /**
     * Replaces the colours of a decoded picture.
     *
     * @param frame the lossy picture in the file; nothing is done where it is empty
     */
    static void replace(BufferedImage picture, ByteBuffer frame) throws IOException {
        if (!frame.hasRemaining()) {
            return;
        }
        byte[] bytes = new byte[frame.remaining()];
        frame.duplicate().get(bytes);
        LossyPicture decoded = LossyPicture.decode(bytes, 0, bytes.length);
        int width = decoded.width();
        if (width != picture.getWidth() || decoded.height() != picture.getHeight()) {
            throw new IOException("its picture has other extents than it declares");
        }
        WritableRaster raster = picture.getRaster();
        int[] row = new int[width];
        for (int y = 0; y < decoded.height(); y++) {
            for (int channel = 0; channel < Image.CHANNELS; channel++) {
                for (int x = 0; x < width; x++) {
                    row[x] = Byte.toUnsignedInt(decoded.rgb()[(y * width + x) * Image.CHANNELS + channel]);
                }
                raster.setSamples(0, y, width, 1, channel, row);
            }
        }
    }
}
