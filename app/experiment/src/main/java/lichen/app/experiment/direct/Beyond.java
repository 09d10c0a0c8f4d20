package lichen.app.experiment.direct;

import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.synthesis.filling.Hole;

/** A photograph in the middle of an image that goes on beyond its border. */
final class Beyond {
    private static final float GREY = 0.5f;

    private Beyond() {}

    /** Where it lies. */
    static Crop middle(Size photograph, Size size) {
        return new Crop(
                (size.width() - photograph.width()) / 2,
                (size.height() - photograph.height()) / 2,
                photograph.width(),
                photograph.height());
    }

    /** The image, black beyond the border. */
    static Image of(Image photograph, Size size) {
        Crop middle = middle(photograph.size(), size);
        float[] rgb = new float[size.width() * size.height() * Image.CHANNELS];
        float[] own = photograph.toArray();
        int row = photograph.width() * Image.CHANNELS;
        for (int y = 0; y < photograph.height(); y++) {
            int to = ((middle.y() + y) * size.width() + middle.x()) * Image.CHANNELS;
            System.arraycopy(own, y * row, rgb, to, row);
        }
        return Image.of(size.width(), size.height(), rgb);
    }

    /** An image in which a hole is grey, to be shown. */
    static Image without(Hole hole, Image image) {
        float[] rgb = image.toArray();
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / Image.CHANNELS;
            rgb[i] = hole.isAt(pixel % image.width(), pixel / image.width()) ? GREY : rgb[i];
        }
        return Image.of(image.width(), image.height(), rgb);
    }
}
