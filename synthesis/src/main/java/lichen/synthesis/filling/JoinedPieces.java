package lichen.synthesis.filling;

import java.util.stream.IntStream;
import lichen.core.image.Image;

/**
 * Pieces whose colours fit together: the step from each pixel to its neighbour is that of the piece that it is taken from, or the mean of
 * both pieces' where two meet. The sum of squared differences from these steps is made as small as it can be, by successive
 * over-relaxation, with a little of that from the pieces' colours, from which it would else drift away; what is known stays.
 */
final class JoinedPieces {
    /** How much the colour of a piece counts beside a step: what is changed at its edge fades over the inverse root of it, 16 pixels. */
    private static final float OWN_COLOUR = 0.004f;

    /** Of the relaxation; for changes that reach so far it is at its end after so many. */
    private static final int SWEEPS = 120;

    private static final float PACE = 1.8f;

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
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < hole.length; i++) {
                relax(hole[i], steps, 4 * Image.CHANNELS * i);
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

    private void relax(int pixel, float[] steps, int first) {
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            float sum = OWN_COLOUR * known[sources[pixel] * Image.CHANNELS + channel];
            float count = OWN_COLOUR;
            for (int side = 0; side < 4; side++) {
                int other = beside(pixel, side);
                if (other >= 0) {
                    sum += rgb[other * Image.CHANNELS + channel] - steps[first + side * Image.CHANNELS + channel];
                    count++;
                }
            }
            int i = pixel * Image.CHANNELS + channel;
            rgb[i] += PACE * (sum / count - rgb[i]);
        }
    }
}
