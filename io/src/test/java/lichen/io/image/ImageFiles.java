package lichen.io.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Makes image files byte by byte, so that the tests need none. */
public final class ImageFiles {
    private static final int PNG_HEADER_END = 33;

    private ImageFiles() {}

    /** A picture of one size, its samples given row by row. */
    static BufferedImage picture(ColorSpace space, boolean alpha, int dataType, int width, double... samples) {
        ComponentColorModel model = new ComponentColorModel(space, alpha, false, alpha ? 3 : 1, dataType);
        int height = samples.length / width / model.getNumComponents();
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        raster.setPixels(0, 0, width, height, samples);
        return new BufferedImage(model, raster, false, null);
    }

    /** A picture as a file of a format that the JDK itself writes: its encoders know more kinds of samples. */
    static byte[] encode(BufferedImage picture, String format) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        while (!writer.getClass().getName().startsWith("com.sun.")) {
            writer = writers.next();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(picture);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Raw samples as a JPEG of the best quality, without a word on what the channels mean. */
    static byte[] rawJpeg(Raster raster) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam best = writer.getDefaultWriteParam();
            best.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            best.setCompressionQuality(1);
            writer.write(null, new IIOImage(raster, null, null), best);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A JPEG with a further segment right after its beginning. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer segment = ByteBuffer.allocate(4 + content.length);
        segment.putShort((short) (0xff00 | marker)).putShort((short) (content.length + 2));
        segment.put(content);
        return inserted(jpeg, 2, segment.array());
    }

    /** A PNG with a further chunk after its header. */
    static byte[] withChunk(byte[] png, String type, byte[] content) {
        return inserted(png, PNG_HEADER_END, chunk(type, content));
    }

    /** A PNG of nothing but a header. */
    public static byte[] pngHeader(int width, int height) {
        byte[] signature = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) 2);
        return inserted(signature, signature.length, chunk("IHDR", header.array()));
    }

    /** An EXIF block that says one thing: which way up. */
    static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return tiff.array();
    }

    /** The content of the chunk iCCP. */
    static byte[] compressedProfile(byte[] profile) throws IOException {
        return packed("profile\0\0", profile);
    }

    /** The text, and then the bytes packed. */
    static byte[] packed(String text, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    /** A TIFF without pixels: the entries of its first page, each a tag and a number. */
    static byte[] tiffHeader(int... entries) {
        ByteBuffer tiff = ByteBuffer.allocate(64 + 6 * entries.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) (entries.length / 2));
        for (int i = 0; i < entries.length; i += 2) {
            tiff.putShort((short) entries[i]).putShort((short) 4).putInt(1).putInt(entries[i + 1]);
        }
        return tiff.array();
    }

    /** A WebP of one chunk. */
    static byte[] webp(String type, byte... content) {
        ByteBuffer file = ByteBuffer.allocate(20 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(12 + content.length);
        file.put(("WEBP" + type).getBytes(StandardCharsets.ISO_8859_1))
                .putInt(content.length)
                .put(content);
        return file.array();
    }

    /** The text before some bytes. */
    static byte[] prefixed(String text, byte[] bytes) {
        return inserted(bytes, 0, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] chunk(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
        chunk.put(type.getBytes(StandardCharsets.ISO_8859_1)).put(content);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array(), 4, 4 + content.length);
        return chunk.putInt((int) checksum.getValue()).array();
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        byte[] result = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, result, at, more.length);
        System.arraycopy(bytes, at, result, at + more.length, bytes.length - at);
        return result;
    }
}
