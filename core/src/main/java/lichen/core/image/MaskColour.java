package lichen.core.image;

import java.util.Locale;
import java.util.regex.Pattern;
import lichen.core.check.InvalidValueException;

/**
 * A colour of 8 bits a channel, as a mask has them.
 *
 * @param rgb red, green and blue in one number: {@code 0xRRGGBB}
 */
public record MaskColour(int rgb) implements Comparable<MaskColour> {
    private static final Pattern WRITTEN = Pattern.compile("#?[0-9a-fA-F]{6}");
    private static final int LARGEST = 255;

    /**
     * Reads {@code #ff8000}, with or without the first sign.
     *
     * @throws InvalidValueException if it is written otherwise
     */
    public static MaskColour of(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new InvalidValueException(
                    "colour", "must be six hexadecimal digits, such as #ff8000, but is \"" + text + "\"");
        }
        return new MaskColour(Integer.parseInt(text.substring(text.length() - 6), 16));
    }

    /** The nearest one to a pixel's. */
    static MaskColour of(Image image, int x, int y) {
        int rgb = 0;
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            float value = Math.max(0f, Math.min(1f, image.at(x, y, channel)));
            rgb = rgb << 8 | Math.round(value * LARGEST);
        }
        return new MaskColour(rgb);
    }

    @Override
    public int compareTo(MaskColour other) {
        return Integer.compare(rgb, other.rgb);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
