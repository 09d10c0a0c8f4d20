package lichen.synthesis.filling;

import java.util.stream.IntStream;
import lichen.core.image.Image;

/**
 * Pieces whose colours fit together: the step from each pixel to its neighbour is that of the piece that it is taken from, or the mean of
 * both pieces' where two meet. The sum of squared differences from these steps is made as small as it can be, by successive
 * over-relaxation; what is known stays.
 */
final class JoinedPieces {
    private static final int MOST_SWEEPS = 600;
    private static final int FEWEST_SWEEPS = 20;

    /** Pixels that are visited at most: of a larger hole the colours of wide pieces are not carried as far. */
    private static final double MOST_VISITS = 1e8;

    private final Image photograph;
    private final int width;
    private final int height;
    private final float[] known;
    private final float[] rgb;
    private final int[] sources;
    private final boolean[] missing;

    /**
     * Takes the pixels of a hole from where they come from.
     *
     * @param sources by pixel; of what is known, itself
     */
    JoinedPieces(Image photograph, Hole hole, int[] sources) {
        this.photograph = photograph;
        width = photograph.width();
        height = photograph.height();
        known = photograph.toArray();
        rgb = photograph.toArray();
        this.sources = sources;
        missing = new boolean[sources.length];
        for (int pixel = 0; pixel < sources.length; pixel++) {
            missing[pixel] = hole.isAt(pixel % width, pixel / width);
            System.arraycopy(
                    known,
                    sources[pixel] * Image.CHANNELS,
                    rgb,
                    pixel * Image.CHANNELS,
                    missing[pixel] ? Image.CHANNELS : 0);
        }
    }

    /** The image, its values in [0,1]. */
    Image image() {
        int[] hole = IntStream.range(0, missing.length)
                .filter(pixel -> missing[pixel])
                .toArray();
        float[] steps = new float[4 * Image.CHANNELS * hole.length];
        for (int i = 0; i < hole.length; i++) {
            steps(hole[i], steps, 4 * Image.CHANNELS * i);
        }
        double across = Math.sqrt(hole.length);
        float pace = (float) (2 / (1 + Math.PI / Math.max(Math.PI, across)));
        int sweeps = (int) Math.min(
                Math.max(FEWEST_SWEEPS, MOST_VISITS / hole.length), Math.min(MOST_SWEEPS, FEWEST_SWEEPS + 4 * across));
        for (int sweep = 0; sweep < sweeps; sweep++) {
            for (int i = 0; i < hole.length; i++) {
                relax(hole[i], steps, 4 * Image.CHANNELS * i, pace);
            }
        }
        Image joined = Image.of(width, height, rgb).clamp();
        return withKnown(joined);
    }

    private Image withKnown(Image joined) {
        float[] all = joined.toArray();
        for (int i = 0; i < all.length; i++) {
            all[i] = missing[i / Image.CHANNELS] ? all[i] : known[i];
        }
        return Image.of(photograph.width(), photograph.height(), all);
    }

    /** The pixel beside: left, right, above, below; negative where the image ends. */
    private int beside(int pixel, int side) {
        int x = pixel % width + (side == 0 ? -1 : side == 1 ? 1 : 0);
        int y = pixel / width + (side == 2 ? -1 : side == 3 ? 1 : 0);
        return x >= 0 && x < width && y >= 0 && y < height ? y * width + x : -1;
    }

    private void steps(int pixel, float[] steps, int first) {
        for (int side = 0; side < 4; side++) {
            int other = beside(pixel, side);
            if (other >= 0) {
                int own = beside(sources[pixel], side);
                int theirs = beside(sources[other], side ^ 1);
                boolean isOwn = own >= 0 && !missing[own];
                boolean isTheirs = theirs >= 0 && !missing[theirs];
                float share = isOwn && isTheirs ? 0.5f : 1;
                for (int channel = 0; channel < Image.CHANNELS; channel++) {
                    float step = isOwn ? share * step(own, sources[pixel], channel) : 0;
                    step += isTheirs ? share * step(sources[other], theirs, channel) : 0;
                    steps[first + side * Image.CHANNELS + channel] = step;
                }
            }
        }
    }

    private float step(int to, int from, int channel) {
        return known[to * Image.CHANNELS + channel] - known[from * Image.CHANNELS + channel];
    }

    private void relax(int pixel, float[] steps, int first, float pace) {
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            float sum = 0;
            int count = 0;
            for (int side = 0; side < 4; side++) {
                int other = beside(pixel, side);
                if (other >= 0) {
                    sum += rgb[other * Image.CHANNELS + channel] - steps[first + side * Image.CHANNELS + channel];
                    count++;
                }
            }
            int i = pixel * Image.CHANNELS + channel;
            rgb[i] += pace * (sum / count - rgb[i]);
        }
    }
}
