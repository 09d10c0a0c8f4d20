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
 */
record ImageFile(ImageFormat format, byte[] pixels, int orientation, Optional<ICC_Profile> profile) {
    /**
     * Looks at the contents of a file.
     *
     * @param name what to call the file in messages
     */
    static ImageFile of(String name, byte[] bytes) throws ImageFileException {
        ImageFormat format = ImageFormat.of(bytes)
                .orElseThrow(() -> new ImageFileException(
                        name, ImageFormat.describe(bytes) + "; use a PNG, JPEG, TIFF or WebP file"));
        if (format == ImageFormat.PNG) {
            PngFile png = PngFile.parse(name, bytes);
            return new ImageFile(
                    format,
                    png.pixels(),
                    Exif.orientation(format, png.exif()),
                    png.profile().flatMap(ColourProfile::of));
        }
        return new ImageFile(format, bytes, Exif.orientation(format, bytes), Optional.empty());
    }
}
