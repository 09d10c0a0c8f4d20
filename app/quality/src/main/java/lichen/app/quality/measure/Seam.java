package lichen.app.quality.measure;

import lichen.app.quality.Gauge;
import lichen.app.quality.Kind;
import lichen.app.quality.Measure;
import lichen.core.image.Image;
import lichen.core.plugin.Summary;

/**
 * Seam: whether the image tiles without visible edges.
 *
 * <p>The mean absolute difference of pixels that meet where the image wraps around, over that of neighbours inside; the mean of
 * both directions. 1 is seamless; an image that was not made to tile has 2 and more. An image without any difference inside has
 * 1 if there is none across the edge either, else as many times the smallest step of 8 bits. Looks at the image alone.
 */
@Summary("mean step across the edges where the image wraps around, over that inside: 1 is seamless")
public record Seam() implements Measure {
    private static final double SMALLEST_STEP = 1.0 / 255;

    @Override
    public Gauge open() {
        return (image, photograph) -> (across(image) + down(image)) / 2;
    }

    @Override
    public Kind kind() {
        return Kind.OTHER;
    }

    /** Some of an image's pixels. */
    @FunctionalInterface
    public interface Part {
        /** Whether a pixel is one of them. */
        boolean holds(int x, int y);
    }

    /**
     * Whether a part of an image shows that was put into it: the mean step between neighbours of which one belongs to it, over that
     * between neighbours of which none does.
     */
    public static double along(Image image, Part part) {
        double[] sums = new double[2]; // across the border, outside
        int[] counts = new int[2];
        for (int i = 0; i < image.width() * image.height(); i++) {
            int x = i % image.width();
            int y = i / image.width();
            for (int down = 0; down < 2; down++) {
                int nextX = x + 1 - down;
                int nextY = y + down;
                if (nextX < image.width()
                        && nextY < image.height()
                        && !(part.holds(x, y) && part.holds(nextX, nextY))) {
                    int kind = part.holds(x, y) == part.holds(nextX, nextY) ? 1 : 0;
                    sums[kind] += step(image, x, y, nextX, nextY);
                    counts[kind]++;
                }
            }
        }
        return ratio(sums[0] / Math.max(1, counts[0]), sums[1] / Math.max(1, counts[1]));
    }

    private static double across(Image image) {
        double inside = 0;
        double edge = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x + 1 < image.width(); x++) {
                inside += step(image, x, y, x + 1, y);
            }
            edge += step(image, image.width() - 1, y, 0, y);
        }
        return ratio(edge / image.height(), inside / image.height() / (image.width() - 1));
    }

    private static double down(Image image) {
        double inside = 0;
        double edge = 0;
        for (int x = 0; x < image.width(); x++) {
            for (int y = 0; y + 1 < image.height(); y++) {
                inside += step(image, x, y, x, y + 1);
            }
            edge += step(image, x, image.height() - 1, x, 0);
        }
        return ratio(edge / image.width(), inside / image.width() / (image.height() - 1));
    }

    private static double step(Image image, int x1, int y1, int x2, int y2) {
        double sum = 0;
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            sum += Math.abs(image.at(x1, y1, channel) - image.at(x2, y2, channel));
        }
        return sum / Image.CHANNELS;
    }

    private static double ratio(double edge, double inside) {
        return inside > 0 ? edge / inside : 1 + edge / SMALLEST_STEP;
    }
}
