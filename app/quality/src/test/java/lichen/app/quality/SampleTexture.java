package lichen.app.quality;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.random.RandomStreams;

/** A texture that is the same everywhere: discs of three colours and sizes on a grainy ground, some lying over others. */
public final class SampleTexture {
    /** The sides of the photograph. */
    public static final int SIDE = 192;

    private static final float[][] COLOURS = {{0.8f, 0.7f, 0.5f}, {0.35f, 0.3f, 0.25f}, {0.5f, 0.55f, 0.4f}};

    private SampleTexture() {}

    /** A photograph of it. */
    public static Image photograph() {
        RandomGenerator random = new RandomStreams(3).stream("texture");
        float[] rgb = new float[SIDE * SIDE * Image.CHANNELS];
        for (int disc = 0; disc < SIDE * SIDE / 12; disc++) {
            paint(
                    rgb,
                    random.nextInt(SIDE),
                    random.nextInt(SIDE),
                    2 + disc % 3,
                    COLOURS[random.nextInt(COLOURS.length)]);
        }
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = Math.max(0, Math.min(1, rgb[i] + (float) (0.03 * random.nextGaussian())));
        }
        return Image.of(SIDE, SIDE, rgb);
    }

    /** A square part of the photograph; those of different numbers, 0 to 8, share no pixel. */
    public static Image part(int number) {
        return photograph().crop(new Crop(number % 3 * 64, number / 3 * 64, 64, 64));
    }

    /** The image, each pixel the mean of 3 x 3; those outside count as the nearest ones inside. */
    public static Image blurred(Image image) {
        float[] rgb = new float[image.width() * image.height() * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / Image.CHANNELS;
            rgb[i] = mean(image, pixel % image.width(), pixel / image.width(), i % Image.CHANNELS);
        }
        return Image.of(image.width(), image.height(), rgb);
    }

    /** The image moved to the right and down; what leaves it comes in on the other side. */
    public static Image moved(Image image, int right, int down) {
        float[] rgb = new float[image.width() * image.height() * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / Image.CHANNELS;
            int x = Math.floorMod(pixel % image.width() - right, image.width());
            int y = Math.floorMod(pixel / image.width() - down, image.height());
            rgb[i] = image.at(x, y, i % Image.CHANNELS);
        }
        return Image.of(image.width(), image.height(), rgb);
    }

    /** An image of one colour. */
    public static Image even(int side, float level) {
        float[] rgb = new float[side * side * Image.CHANNELS];
        Arrays.fill(rgb, level);
        return Image.of(side, side, rgb);
    }

    private static float mean(Image image, int x, int y, int channel) {
        float sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                sum += image.at(
                        Math.max(0, Math.min(image.width() - 1, x + dx)),
                        Math.max(0, Math.min(image.height() - 1, y + dy)),
                        channel);
            }
        }
        return sum / 9;
    }

    private static void paint(float[] rgb, int centreX, int centreY, int radius, float[] colour) {
        for (int y = Math.max(0, centreY - radius); y <= Math.min(SIDE - 1, centreY + radius); y++) {
            for (int x = Math.max(0, centreX - radius); x <= Math.min(SIDE - 1, centreX + radius); x++) {
                int squares = (x - centreX) * (x - centreX) + (y - centreY) * (y - centreY);
                if (squares <= radius * radius) {
                    System.arraycopy(colour, 0, rgb, (y * SIDE + x) * Image.CHANNELS, Image.CHANNELS);
                }
            }
        }
    }
}
