package lichen.app.experiment.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Points in groups, of which it is known which belong together.
 *
 * @param points the points, group by group
 * @param groups the name of each point's group
 */
record Clusters(Points points, List<String> groups) {
    /** Groups of normally distributed points of deviation 1, at corners that are {@code distance} from the middle. */
    static Clusters of(int groups, int each, int dimension, double distance, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[groups * each * dimension];
        List<String> names = new ArrayList<>();
        for (int point = 0; point < groups * each; point++) {
            int group = point / each;
            names.add("group " + group);
            for (int i = 0; i < dimension; i++) {
                values[point * dimension + i] = random.nextGaussian() + (i == group ? distance : 0);
            }
        }
        return new Clusters(Points.of(groups * each, dimension, values), names);
    }

    /** The points in another order: the first becomes the last. */
    static Points reversed(Points points) {
        double[] values = new double[points.count() * points.dimension()];
        for (int i = 0; i < values.length; i++) {
            int point = points.count() - 1 - i / points.dimension();
            values[i] = points.at(point, i % points.dimension());
        }
        return Points.of(points.count(), points.dimension(), values);
    }
}
