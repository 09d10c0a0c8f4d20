package lichen.app.quality;

import lichen.core.image.Image;

/** The size at which an image is measured: at full size, pixel contrast outweighs structure. */
public enum Scale {
    /** The image as it is. */
    FULL(""),
    /** The image averaged 2 x 2 first; an odd last row or column is left out. */
    HALF(" half");

    private final String suffix;

    Scale(String suffix) {
        this.suffix = suffix;
    }

    /** What stands behind a measure's name in tables. */
    public String suffix() {
        return suffix;
    }

    /** The image at this scale. */
    public Image of(Image image) {
        return this == FULL ? image : halved(image);
    }

    private static Image halved(Image image) {
        int width = image.width() / 2;
        int height = image.height() / 2;
        float[] rgb = new float[width * height * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            int channel = i % Image.CHANNELS;
            int x = i / Image.CHANNELS % width * 2;
            int y = i / Image.CHANNELS / width * 2;
            rgb[i] = (image.at(x, y, channel)
                            + image.at(x + 1, y, channel)
                            + image.at(x, y + 1, channel)
                            + image.at(x + 1, y + 1, channel))
                    / 4;
        }
        return Image.of(width, height, rgb);
    }
}
