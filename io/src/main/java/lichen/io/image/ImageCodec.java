package lichen.io.image;

import com.google.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.file.AtomicFiles;
import lichen.io.file.Refuge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads PNG, JPEG, TIFF and WebP; writes PNG, and JPEG for pages. */
public final class ImageCodec {
    private static final Logger LOG = LoggerFactory.getLogger(ImageCodec.class);

    @Inject
    ImageCodec() {}

    /**
     * Reads an image; the values are those of the file, over the largest, in [0,1].
     *
     * <p>Grey gives three equal channels, a palette its colours, 16 bits keep their precision, a colour profile is
     * converted to sRGB, EXIF turns (in a PNG also those of XMP and text) are carried out, and transparent pixels are laid on white. Of a file with several
     * pictures the first is read. A file that seems to lack its end gives a warning.
     *
     * @throws IOException one line, with the way out: the file is missing, no image of these formats, damaged or cut
     *     short, or larger than 30,000 pixels a side, 100 megapixels, 512 MiB, or what memory allows
     */
    public Image read(FileReference file) throws IOException {
        Cutout read = cutout(file);
        if (read.transparent().isPresent()) {
            LOG.warn("{}: has transparent pixels; they are laid on white", file.name());
        }
        return read.image();
    }

    /** As {@link #read(FileReference)}, with the pixels that are transparent, wholly or in part. */
    public Cutout cutout(FileReference file) throws IOException {
        String name = file.name();
        ImageFile found = ImageFile.of(name, contents(file));
        ZeroTail.warning(found).ifPresent(warning -> LOG.warn("{}: {}", name, warning));
        return cutout(name, found, Decoder.decode(name, found.format(), found.pixels()));
    }

    /**
     * The extents of the image that {@link #read(FileReference)} would give, from the file's header: EXIF turns are carried
     * out, nothing is decoded.
     *
     * @throws IOException as there, as far as it shows without decoding
     */
    public Size size(FileReference file) throws IOException {
        ImageFile found = ImageFile.of(file.name(), contents(file));
        Size stored = Decoder.size(file.name(), found.format(), found.pixels());
        return Orientation.swaps(found.orientation()) ? new Size(stored.height(), stored.width()) : stored;
    }

    /**
     * Whether a file holds every pixel as it was made, as far as its format says: a JPEG and a lossy WebP do not.
     *
     * @throws IOException as {@link #read(FileReference)}, as far as it shows without decoding
     */
    public boolean isLossless(FileReference file) throws IOException {
        byte[] bytes = contents(file);
        return switch (ImageFile.of(file.name(), bytes).format()) {
            case PNG, TIFF -> true;
            case JPEG -> false;
            case WEBP -> !WebpFile.parse(file.name(), bytes).frame().hasRemaining();
        };
    }

    /**
     * What would be read of an image that was stored as JPEG, its colours at half their resolution.
     *
     * @param quality from 1 to 100, on the scale of the Independent JPEG Group, which most programs use
     */
    public Image throughJpeg(Image image, int quality) throws IOException {
        String name = "a JPEG of quality " + quality;
        byte[] jpeg = JpegEncoder.bytes(image, quality);
        return cutout(name, ImageFile.of(name, jpeg), Decoder.decode(name, ImageFormat.JPEG, jpeg))
                .image();
    }

    /** As {@link #read(FileReference)}. */
    public Image read(Path path) throws IOException {
        return read(FileReference.to(path));
    }

    /**
     * Writes a PNG; the same image gives the same bytes. Values outside [0,1] become the nearest end.
     *
     * @param path where to; the file is there whole or not at all, and replaces one that is there
     * @throws IOException naming the path, if it cannot be written
     */
    public void writePng(Image image, Path path, Depth depth) throws IOException {
        AtomicFiles.write(path, out -> PngEncoder.write(image, depth, out));
    }

    /** As {@link #writePng(Image, Path, Depth)}, of an image that is made while it is written: the bytes are those of the whole. */
    public void writePng(Striped image, Path path, Depth depth) throws IOException {
        AtomicFiles.write(path, out -> PngEncoder.write(new StripedPicture(image, depth), out));
    }

    /** As {@link #writePng(Image, Path, Depth)}, with a line that the file carries. */
    public void writePng(Image image, Path path, Depth depth, PngText line) throws IOException {
        byte[] bytes = png(image, depth, line);
        AtomicFiles.write(path, out -> out.write(bytes));
    }

    /**
     * Writes a PNG that must not be lost: as {@link #writePng}, or elsewhere.
     *
     * @param line what the file carries beside its pixels
     * @throws IOException if it cannot be written to the path, saying where it is now
     */
    public void keepPng(Image image, Path path, Depth depth, PngText line) throws IOException {
        byte[] bytes = png(image, depth, line);
        Refuge.write(path, out -> out.write(bytes));
    }

    /** The bytes of the PNG that {@link #writePng} writes. */
    public byte[] png(Image image, Depth depth) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngEncoder.write(image, depth, bytes);
        return bytes.toByteArray();
    }

    /** The same with a line that the file carries. */
    public byte[] png(Image image, Depth depth, PngText line) throws IOException {
        return line.into(png(image, depth));
    }

    /**
     * The bytes of a JPEG, its colours at half their resolution.
     *
     * @param quality from 1 to 100, on the scale of the Independent JPEG Group, which most programs use
     */
    public byte[] jpeg(Image image, int quality) throws IOException {
        return JpegEncoder.bytes(image, quality);
    }

    private static Cutout cutout(String name, ImageFile file, BufferedImage picture) throws ImageFileException {
        float[] rgb = DecodedPixels.rgb(name, picture, file.profile());
        Optional<Image> transparent = Transparency.ontoWhite(name, picture, file.associated(), rgb)
                .map(white -> Image.of(picture.getWidth(), picture.getHeight(), white));
        Image image = Image.of(picture.getWidth(), picture.getHeight(), rgb);
        if (DecodedPixels.isFloat(picture.getColorModel())) {
            LOG.info("{}: has samples of floating point; what lies outside [0,1] is cut off", name);
            image = image.clamp();
        }
        return new Cutout(
                Orientation.upright(image, file.orientation()),
                transparent.map(of -> Orientation.upright(of, file.orientation())));
    }

    private static byte[] contents(FileReference file) throws IOException {
        if (!file.isBundled() && Files.isRegularFile(Path.of(file.name()))) {
            Limits.requireBytes(file.name(), Files.size(Path.of(file.name())));
        }
        try (InputStream in = file.open()) {
            byte[] bytes = in.readNBytes((int) Limits.MOST_BYTES + 1);
            Limits.requireBytes(file.name(), bytes.length);
            return bytes;
        } catch (AccessDeniedException e) {
            throw new ImageFileException(file.name(), "may not be read; check its permissions", e);
        }
    }
}
