package lichen.synthesis.filling;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lichen.core.image.Image;
import lichen.core.tensor.HostWork;

/** Finds the squares of a photograph, all of them known from the beginning, that are nearest to what is there of another. */
final class SquareSearch {
    private final Pieces pieces;
    private final int side;
    private final int width;
    private final double tolerance;
    private final int[][] places; // first pixels of all squares, by row

    SquareSearch(Pieces pieces, Filling filling) {
        this.pieces = pieces;
        side = filling.patch();
        tolerance = filling.tolerance();
        width = pieces.size().width();
        places = IntStream.rangeClosed(0, pieces.size().height() - side)
                .mapToObj(y -> IntStream.rangeClosed(0, width - side)
                        .filter(x -> !pieces.hole().touches(x, y, side))
                        .map(x -> y * width + x)
                        .toArray())
                .filter(row -> row.length > 0)
                .toArray(int[][]::new);
    }

    /** Chooses evenly among those whose difference is at most 1 + tolerance times the least. */
    int choose(int square, RandomGenerator random) {
        int[] there = IntStream.range(0, side * side)
                .map(i -> i / side * width + i % side)
                .filter(step -> pieces.has(square + step))
                .toArray();
        double[][] differences = new double[places.length][];
        HostWork.of(places.length).run((worker, row) -> differences[row] = differences(square, there, places[row]));
        double least =
                Arrays.stream(differences).flatMapToDouble(Arrays::stream).min().orElseThrow();
        int[] near = IntStream.range(0, places.length)
                .flatMap(row -> IntStream.range(0, places[row].length)
                        .filter(i -> differences[row][i] <= least * (1 + tolerance))
                        .map(i -> places[row][i]))
                .toArray();
        return near[random.nextInt(near.length)];
    }

    /** Those that are too bad are infinite: no other can be chosen in their place. */
    private double[] differences(int square, int[] there, int[] row) {
        double[] differences = new double[row.length];
        double enough = Double.POSITIVE_INFINITY;
        for (int i = 0; i < row.length; i++) {
            differences[i] = difference(square, there, row[i], enough);
            enough = Math.min(enough, differences[i] * (1 + tolerance));
        }
        return differences;
    }

    private double difference(int square, int[] there, int place, double enough) {
        float[] rgb = pieces.rgb();
        double sum = 0;
        for (int step : there) {
            int here = (square + step) * Image.CHANNELS;
            int from = (place + step) * Image.CHANNELS;
            float red = rgb[here] - rgb[from];
            float green = rgb[here + 1] - rgb[from + 1];
            float blue = rgb[here + 2] - rgb[from + 2];
            sum += red * red + green * green + blue * blue;
            if (sum > enough) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return sum;
    }
}
