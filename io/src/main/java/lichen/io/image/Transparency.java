package lichen.io.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.util.Optional;
import lichen.core.image.Image;

/** The transparent pixels of a picture, and how it is laid on white paper, as a viewer or a printer would. */
final class Transparency {
    /** What is as opaque as this is opaque: nobody sees the difference, and exports leave such values all over a photograph. */
    private static final float OPAQUE = 0.98f;

    private Transparency() {}

    /**
     * Composites in place: c becomes a c + (1 - a), with a the opacity of the pixel.
     *
     * @param picture the decoded picture, for its opacity
     * @param associated whether the colours are multiplied by the opacity already, whatever the decoder says
     * @param rgb its colours {@code [H][W][3]}
     * @return white where a pixel was not opaque, else black, {@code [H][W][3]}; empty if all were opaque
     */
    static Optional<float[]> ontoWhite(String file, BufferedImage picture, boolean associated, float[] rgb)
            throws ImageFileException {
        if (!picture.getColorModel().hasAlpha()) {
            return Optional.empty();
        }
        BufferedImage plain = DecodedPixels.withComponents(picture);
        ColorModel model = plain.getColorModel();
        float[] opacity = DecodedPixels.scaled(
                DecodedPixels.bands(plain.getRaster(), model.getNumColorComponents(), 1),
                DecodedPixels.largest(file, model));
        boolean isMultiplied = associated || model.isAlphaPremultiplied();
        float[] transparent = new float[rgb.length];
        boolean any = false;
        for (int i = 0; i < rgb.length; i++) {
            float alpha = opacity[i / Image.CHANNELS];
            any |= alpha < OPAQUE;
            transparent[i] = alpha < OPAQUE ? 1 : 0;
            float share = isMultiplied ? 1 : alpha;
            rgb[i] = share * rgb[i] + (1 - alpha);
        }
        return any ? Optional.of(transparent) : Optional.empty();
    }
}
