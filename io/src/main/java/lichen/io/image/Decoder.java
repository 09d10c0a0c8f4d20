package lichen.io.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import lichen.core.image.Size;

/** Bytes to a decoded picture through ImageIO: extents first, and no picture from a file that ends early. */
final class Decoder {
    private Decoder() {}

    /**
     * Decodes the first picture of a file.
     *
     * @param file what to call the file in messages
     * @param bytes its contents
     */
    static BufferedImage decode(String file, ImageFormat format, byte[] bytes) throws ImageFileException {
        return with(file, format, bytes, reader -> {
            AtomicBoolean endsEarly = new AtomicBoolean();
            reader.addIIOReadWarningListener((source, warning) -> {
                if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                    endsEarly.set(true);
                }
            });
            BufferedImage picture = reader.read(0);
            if (format == ImageFormat.WEBP) {
                LossyWebp.replace(picture, WebpFile.parse(file, bytes).frame());
            }
            if (endsEarly.get()) {
                throw new ImageFileException(
                        file, "the " + format + " ends early, after " + bytes.length + " bytes: get it again");
            }
            return picture;
        });
    }

    /** The extents of the first picture of a file, as they stand in its header; within the limits, or refused. */
    static Size size(String file, ImageFormat format, byte[] bytes) throws ImageFileException {
        return with(file, format, bytes, reader -> new Size(reader.getWidth(0), reader.getHeight(0)));
    }

    /** What is done with a reader whose picture has extents within the limits. */
    private interface Reading<T> {
        T of(ImageReader reader) throws IOException;
    }

    private static <T> T with(String file, ImageFormat format, byte[] bytes, Reading<T> reading)
            throws ImageFileException {
        ImageReader reader = reader(file, format);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, false);
            Limits.requireExtents(file, reader.getWidth(0), reader.getHeight(0));
            return reading.of(reader);
        } catch (ImageFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders meet damaged files with exceptions of every kind.
            throw new ImageFileException(
                    file,
                    "the " + format + " is damaged, ends early, or is of an unsupported kind (" + reason(e)
                            + "): get it again, or save it as PNG",
                    e);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(String file, ImageFormat format) throws ImageFileException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.reader());
        if (!readers.hasNext()) {
            throw new ImageFileException(
                    file, "no decoder for " + format + " is on the class path: save the image as PNG");
        }
        return readers.next();
    }

    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.isEmpty() || message.equals("null") ? e.getClass().getSimpleName() : message;
    }
}
