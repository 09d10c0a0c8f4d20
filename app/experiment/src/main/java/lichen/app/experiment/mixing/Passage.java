package lichen.app.experiment.mixing;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was measured on a way from photograph to photograph.
 *
 * @param path the lengths of its steps together over the distance of its ends, the geometric mean over the measures: 1 is straight
 * @param longest its longest step over the mean of its steps, the geometric mean over the measures: 1 is even
 * @param misses how far what is measured in each image is from the mean of what is measured in the photographs, by their shares, over the
 *     mean of their floors: at an end what any image of that photograph is scored by
 * @param distances of each image from the photographs, each over its floor, weighted by their shares: what is halfway between two lies
 *     at least half as far from both as they are apart
 */
record Passage(double path, double longest, List<Double> misses, List<Double> distances) {
    /** Copies the lists. */
    Passage {
        misses = List.copyOf(misses);
        distances = List.copyOf(distances);
    }

    /** The worst image between the ends. */
    double worst() {
        return worst(misses);
    }

    /** The mean of the ends. */
    double ends() {
        return (misses.get(0) + misses.get(misses.size() - 1)) / 2;
    }

    /** The image between the ends that is farthest from the photographs themselves. */
    double farthest() {
        return worst(distances);
    }

    private static double worst(List<Double> numbers) {
        return IntStream.range(1, numbers.size() - 1)
                .mapToDouble(numbers::get)
                .max()
                .orElse(Double.NaN);
    }
}
