package lichen.synthesis.quilting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import lichen.core.image.Image;

/** Chooses the blocks of a photograph that go well with what lies there already. */
final class BlockSearch {
    private final float[] photograph;
    private final int width;
    private final int columns;
    private final int rows;
    private final double tolerance;

    BlockSearch(Image photograph, int block, double tolerance) {
        this.photograph = photograph.toArray();
        this.width = photograph.width();
        this.columns = photograph.width() - block + 1;
        this.rows = photograph.height() - block + 1;
        this.tolerance = tolerance;
    }

    /** A block that may fit, and how badly. */
    private record Candidate(BlockPlace place, double error) {}

    /** The photograph's numbers; not a copy. */
    float[] photograph() {
        return photograph;
    }

    /** Where in the numbers the pixel at a column and a row begins. */
    int at(int column, int row) {
        return (row * width + column) * Image.CHANNELS;
    }

    /** What lies already where a block goes, ready to be compared with the photograph. */
    Known known(Patchwork laid, BlockPlace at, Overlap overlap) {
        return Known.of(laid, at, overlap, width);
    }

    /**
     * Chooses a block evenly among those whose error is at most 1 + tolerance times the least.
     *
     * @param refused blocks that are no choice, as long as there are others
     */
    BlockPlace choose(Known known, Set<BlockPlace> refused, RandomGenerator random) {
        Set<BlockPlace> left = refused.stream().filter(this::isInside).collect(Collectors.toSet());
        boolean heeds = left.size() < columns * rows;
        double bound = Double.POSITIVE_INFINITY;
        List<Candidate> candidates = new ArrayList<>();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                double error = known.error(photograph, at(x, y), bound);
                BlockPlace place = new BlockPlace(x, y);
                if (error <= bound && !(heeds && left.contains(place))) {
                    candidates.add(new Candidate(place, error));
                    bound = Math.min(bound, error * (1 + tolerance));
                }
            }
        }
        double last = bound;
        candidates.removeIf(candidate -> candidate.error() > last);
        return candidates.get(random.nextInt(candidates.size())).place();
    }

    private boolean isInside(BlockPlace place) {
        return place.x() >= 0 && place.y() >= 0 && place.x() < columns && place.y() < rows;
    }
}
