package lichen.io.image;

import lichen.core.image.Image;

/** The eight ways to turn and mirror an image, numbered as EXIF does. */
public final class Orientation {
    private Orientation() {}

    /** Whether width and height change places. */
    static boolean swaps(int orientation) {
        return orientation >= 5;
    }

    /**
     * The image as it is meant to be seen.
     *
     * @param orientation 1 to 8 as in EXIF: 1 upright, 3 upside down, 6 to be turned right, 8 to be turned left; 2, 4, 5
     *     and 7 are mirrored besides
     */
    public static Image upright(Image image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        boolean swapped = swaps(orientation);
        int width = swapped ? image.height() : image.width();
        int height = swapped ? image.width() : image.height();
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean fromBelow = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        float[] turned = new float[width * height * Image.CHANNELS];
        int next = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = swapped ? y : x;
                int row = swapped ? x : y;
                int fromColumn = fromRight ? image.width() - 1 - column : column;
                int fromRow = fromBelow ? image.height() - 1 - row : row;
                for (int channel = 0; channel < Image.CHANNELS; channel++) {
                    turned[next++] = image.at(fromColumn, fromRow, channel);
                }
            }
        }
        return Image.of(width, height, turned);
    }
}
