package lichen.model.train;

import java.util.List;
import lichen.core.check.Require;
import lichen.core.image.Image;

/**
 * Asks that the images of a batch be as unlike as pieces of the texture that have nothing to do with each other. A loss of one
 * image alone is content with a generator that makes the same one of all noise.
 *
 * <pre>weight times the mean over pairs of max(0, r)^2,  r = 1 - d / (2 variance)</pre>
 *
 * <p>with d the mean squared difference of the pair's numbers: r is their correlation where both have the photograph's variance,
 * 1 for two images that are the same, about 0 for independent ones, which it leaves alone. Not of the field's: the pairwise
 * term of Li et al., "Diversified texture synthesis with feed-forward networks" (2017), section 3.2, has no such end.
 *
 * @param weight of the term; 0 for none
 * @param variance of the photograph's numbers, about the mean of each channel
 */
public record PairwiseDiversity(double weight, double variance) {
    /** Checks the ranges. */
    public PairwiseDiversity {
        Require.notNegative("weight", weight);
        Require.notNegative("variance", variance);
    }

    /** The term for textures of a photograph. */
    public static PairwiseDiversity of(double weight, Image photograph) {
        double[] mean = photograph.meanColour();
        float[] rgb = photograph.toArray();
        double sum = 0;
        for (int i = 0; i < rgb.length; i++) {
            double difference = rgb[i] - mean[i % Image.CHANNELS];
            sum += difference * difference;
        }
        return new PairwiseDiversity(weight, sum / rgb.length);
    }

    /** The largest r of all pairs of images of one size; 0 where there are none, or the photograph is flat. */
    public double likeness(List<Image> images) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < images.size(); i++) {
            float[] one = images.get(i).toArray();
            for (Image other : images.subList(i + 1, images.size())) {
                largest = Math.max(largest, 1 - squares(one, other.toArray()) / (2 * variance));
            }
        }
        return images.size() < 2 || variance == 0 ? 0 : largest;
    }

    private static double squares(float[] one, float[] other) {
        double squares = 0;
        for (int k = 0; k < one.length; k++) {
            double difference = (double) one[k] - other[k];
            squares += difference * difference;
        }
        return squares / one.length;
    }

    /**
     * The term, and its gradient.
     *
     * @param images {@code [N,H,W,3]} flattened
     * @param group the images among these that have the photograph's texture
     * @param gradient to which d term / d images is added
     * @return its value; 0 where there are no pairs, or the photograph is flat
     */
    public double add(float[] images, Group group, float[] gradient) {
        int count = group.count;
        if (weight == 0 || variance == 0 || count < 2) {
            return 0;
        }
        int each = images.length / group.batch;
        double share = weight * 2 / (count * (count - 1.0));
        double sum = 0;
        for (int i = group.first; i < group.first + count; i++) {
            for (int j = i + 1; j < group.first + count; j++) {
                sum += share * pair(images, new Pair(i * each, j * each, each), share, gradient);
            }
        }
        return sum;
    }

    /**
     * Images of a batch that stand side by side.
     *
     * @param first the first of them
     * @param count how many
     * @param batch how many the batch holds
     */
    public record Group(int first, int count, int batch) {}

    /** Where two images begin, and how long they are. */
    private record Pair(int one, int other, int length) {}

    private double pair(float[] images, Pair pair, double share, float[] gradient) {
        double squares = 0;
        for (int k = 0; k < pair.length; k++) {
            double difference = (double) images[pair.one + k] - images[pair.other + k];
            squares += difference * difference;
        }
        double likeness = 1 - squares / pair.length / (2 * variance);
        if (likeness <= 0) {
            return 0;
        }
        double factor = -2 * share * likeness / (variance * pair.length);
        for (int k = 0; k < pair.length; k++) {
            double slope = factor * ((double) images[pair.one + k] - images[pair.other + k]);
            gradient[pair.one + k] += (float) slope;
            gradient[pair.other + k] -= (float) slope;
        }
        return likeness * likeness;
    }
}
