package lichen.io.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import lichen.core.image.Image;

/** Lays a picture with transparent pixels on white paper, as a viewer or a printer would. */
final class Transparency {
    private Transparency() {}

    /**
     * Composites in place: c becomes a c + (1 - a), with a the opacity of the pixel.
     *
     * @param picture the decoded picture, for its opacity
     * @param associated whether the colours are multiplied by the opacity already, whatever the decoder says
     * @param rgb its colours {@code [H][W][3]}
     * @return whether any pixel was not opaque
     */
    static boolean ontoWhite(String file, BufferedImage picture, boolean associated, float[] rgb)
            throws ImageFileException {
        if (!picture.getColorModel().hasAlpha()) {
            return false;
        }
        BufferedImage plain = DecodedPixels.withComponents(picture);
        ColorModel model = plain.getColorModel();
        float[] opacity = DecodedPixels.scaled(
                DecodedPixels.bands(plain.getRaster(), model.getNumColorComponents(), 1),
                DecodedPixels.largest(file, model));
        boolean isMultiplied = associated || model.isAlphaPremultiplied();
        boolean any = false;
        for (int i = 0; i < rgb.length; i++) {
            float alpha = opacity[i / Image.CHANNELS];
            any |= alpha < 1;
            float share = isMultiplied ? 1 : alpha;
            rgb[i] = share * rgb[i] + (1 - alpha);
        }
        return any;
    }
}
