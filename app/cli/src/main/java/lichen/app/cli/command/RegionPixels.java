package lichen.app.cli.command;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lichen.core.image.Image;
import lichen.core.image.MaskColour;
import lichen.core.image.Regions;

/** The pixels of a region, as an image of one row: for what does not ask where they lie. */
final class RegionPixels {
    private RegionPixels() {}

    /** The pixels. */
    static Image of(Image image, Regions regions, MaskColour colour) {
        int[] places = places(regions, colour);
        float[] rgb = image.toArray();
        float[] row = new float[places.length * Image.CHANNELS];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(rgb, places[i] * Image.CHANNELS, row, i * Image.CHANNELS, Image.CHANNELS);
        }
        return Image.of(places.length, 1, row);
    }

    /** An image of which one region is changed. */
    static Image changed(Image image, Regions regions, MaskColour colour, UnaryOperator<Image> change) {
        int[] places = places(regions, colour);
        if (places.length == 0) {
            return image;
        }
        float[] rgb = image.toArray();
        float[] row = change.apply(of(image, regions, colour)).toArray();
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(row, i * Image.CHANNELS, rgb, places[i] * Image.CHANNELS, Image.CHANNELS);
        }
        return Image.of(image.width(), image.height(), rgb);
    }

    private static int[] places(Regions regions, MaskColour colour) {
        int label = regions.colours().indexOf(colour);
        int width = regions.size().width();
        return IntStream.range(0, width * regions.size().height())
                .filter(i -> regions.at(i % width, i / width) == label)
                .toArray();
    }
}
