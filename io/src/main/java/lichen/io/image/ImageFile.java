package lichen.io.image;

import java.awt.color.ICC_Profile;
import java.util.Optional;

/**
 * An image file before it is decoded.
 *
 * @param format what it is
 * @param pixels what the decoder is given
 * @param orientation which way up it is, 1 to 8 as in EXIF
 * @param profile the profile that the decoder does not see
 * @param associated whether its colours are multiplied by their opacity already
 * @param end where the picture ends in the file; what comes after belongs to something else
 */
record ImageFile(
        ImageFormat format,
        byte[] pixels,
        int orientation,
        Optional<ICC_Profile> profile,
        boolean associated,
        int end) {
    /**
     * Looks at the contents of a file.
     *
     * @param name what to call the file in messages
     * @throws ImageFileException if it is of another format, or its header shows that it is damaged or not supported
     */
    static ImageFile of(String name, byte[] bytes) throws ImageFileException {
        ImageFormat format = ImageFormat.of(bytes)
                .orElseThrow(() -> new ImageFileException(
                        name,
                        ForeignFormat.describe(bytes).orElse("not an image") + "; use a PNG, JPEG, TIFF or WebP file"));
        return switch (format) {
            case PNG -> ofPng(name, bytes);
            case JPEG -> plain(format, bytes, Exif.ofJpeg(bytes));
            case TIFF -> {
                TiffFile tiff = TiffFile.parse(name, bytes);
                yield new ImageFile(
                        format, bytes, tiff.orientation(), Optional.empty(), tiff.associated(), bytes.length);
            }
            case WEBP -> {
                WebpFile webp = WebpFile.parse(name, bytes);
                yield new ImageFile(format, bytes, Exif.orientation(webp.exif()), Optional.empty(), false, webp.end());
            }
        };
    }

    private static ImageFile ofPng(String name, byte[] bytes) throws ImageFileException {
        PngFile png = PngFile.parse(name, bytes);
        return new ImageFile(
                ImageFormat.PNG,
                png.pixels(),
                png.orientation(),
                png.profile().flatMap(ColourProfile::of),
                false,
                png.pixels().length);
    }

    private static ImageFile plain(ImageFormat format, byte[] bytes, int orientation) {
        return new ImageFile(format, bytes, orientation, Optional.empty(), false, bytes.length);
    }
}
