package lichen.app.experiment.mixing;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was measured on a way from photograph to photograph.
 *
 * @param path the lengths of its steps together over the distance of its ends, the geometric mean over the measures: 1 is straight
 * @param longest its longest step over the mean of its steps, the geometric mean over the measures: 1 is even
 * @param distances of each image from the photographs, each over its floor, weighted by their shares: what is halfway between two lies
 *     at least half as far from both as they are apart
 */
record Passage(double path, double longest, List<Double> distances) {
    /** Copies the list. */
    Passage {
        distances = List.copyOf(distances);
    }

    /** The worst image between the ends. */
    double worst() {
        return IntStream.range(1, distances.size() - 1)
                .mapToDouble(distances::get)
                .max()
                .orElse(Double.NaN);
    }
}
