package lichen.synthesis.quilting;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.synthesis.stepwise.StepwiseImage;

/** A quilt in the making: block by block, row by row from the upper left. */
public final class Quilt implements StepwiseImage {
    private final Size size;
    private final int block;
    private final Steps across;
    private final Steps down;
    private final Patchwork laid;
    private final BlockSearch search;
    private final RandomGenerator random;
    private final BlockPlace[] sources;
    private int next;

    Quilt(Quilting quilting, Image photograph, Size size, RandomGenerator random) {
        this.size = size;
        this.block = quilting.block();
        this.across = steps(quilting, size.width());
        this.down = steps(quilting, size.height());
        this.laid = new Patchwork(across.length(), down.length());
        this.search = new BlockSearch(photograph, block, quilting.tolerance());
        this.random = random;
        this.sources = new BlockPlace[across.count() * down.count()];
    }

    /** How many blocks there are in all. */
    @Override
    public int steps() {
        return sources.length;
    }

    /** How many blocks are laid. */
    @Override
    public int taken() {
        return next;
    }

    /** The image as far as it is laid, black elsewhere. */
    @Override
    public Image image() {
        return laid.image(size);
    }

    /**
     * Lays the next block.
     *
     * @throws IllegalStateException if all are laid
     */
    @Override
    public void step() {
        if (next == steps()) {
            throw new IllegalStateException("all " + steps() + " blocks are laid");
        }
        int column = next % across.count();
        int row = next / across.count();
        BlockPlace at = new BlockPlace(across.starts()[column], down.starts()[row]);
        Overlap overlap =
                new Overlap(block, across.before(column), down.before(row), across.after(column), down.after(row));
        BlockPlace source = search.choose(search.known(laid, at, overlap), continuations(column, row), random);
        copy(source, at, cuts(source, at, overlap));
        sources[next] = source;
        next++;
    }

    private static Steps steps(Quilting quilting, int side) {
        return quilting.tile()
                ? Steps.around(side, quilting.block(), quilting.overlap())
                : Steps.covering(side, quilting.block(), quilting.overlap());
    }

    /**
     * The blocks that only go on with what the block on the left or above has begun. They fit without any error, so that
     * nothing else would ever be chosen and the quilt were the photograph.
     */
    private Set<BlockPlace> continuations(int column, int row) {
        Set<BlockPlace> places = new HashSet<>();
        if (column > 0) {
            BlockPlace left = sources[next - 1];
            places.add(new BlockPlace(left.x() + across.starts()[column] - across.starts()[column - 1], left.y()));
        }
        if (row > 0) {
            BlockPlace above = sources[next - across.count()];
            places.add(new BlockPlace(above.x(), above.y() + down.starts()[row] - down.starts()[row - 1]));
        }
        return places;
    }

    private Cuts cuts(BlockPlace source, BlockPlace at, Overlap overlap) {
        double[][] differences = new double[block][block];
        for (int row = 0; row < block; row++) {
            for (int column = 0; column < block; column++) {
                int there = laid.at(at.x() + column, at.y() + row);
                int here = search.at(source.x() + column, source.y() + row);
                for (int channel = 0; channel < Image.CHANNELS; channel++) {
                    double difference = laid.numbers()[there + channel] - search.photograph()[here + channel];
                    differences[row][column] += difference * difference;
                }
            }
        }
        return Cuts.of(differences, overlap);
    }

    private void copy(BlockPlace source, BlockPlace at, Cuts cuts) {
        for (int row = 0; row < block; row++) {
            for (int column = 0; column < block; column++) {
                if (cuts.takesNew(column, row)) {
                    int from = search.at(source.x() + column, source.y() + row);
                    int to = laid.at(at.x() + column, at.y() + row);
                    System.arraycopy(search.photograph(), from, laid.numbers(), to, Image.CHANNELS);
                }
            }
        }
    }
}
