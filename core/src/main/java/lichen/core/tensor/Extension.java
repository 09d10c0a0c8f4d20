package lichen.core.tensor;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An image continued beyond its border, so that a convolution that follows meets no edge; and the exact gradient of that.
 *
 * <p>y[r,c] = x[s(r),t(c)], where s and t say which row and column stands at a place; or 0 where none does. The cost is that
 * of a copy: it runs on the host, row by row.
 */
public final class Extension {
    /** What an image is continued by. */
    public enum Kind {
        /** Zeros. */
        ZERO {
            @Override
            int inside(int place, int extent) {
                return place < 0 || place >= extent ? NOWHERE : place;
            }
        },
        /** Its mirror image: the pixel before the first is the second. The margin must be less than the image. */
        REFLECT {
            @Override
            int inside(int place, int extent) {
                int period = Math.max(1, 2 * (extent - 1));
                int mirrored = Math.floorMod(place, period);
                return mirrored < extent ? mirrored : period - mirrored;
            }
        },
        /** Itself: the pixel before the first is the last. A margin may be larger than the image, which then repeats. */
        CIRCULAR {
            @Override
            int inside(int place, int extent) {
                return Math.floorMod(place, extent);
            }
        };

        /** Which row or column of the image stands at a place that may be outside. */
        abstract int inside(int place, int extent);

        private int[] sources(int extent, int before, int after) {
            Require.that(
                    this != REFLECT || Math.max(before, after) < extent,
                    "margin",
                    "must be less than the image to be mirrored, but is " + Math.max(before, after) + " of " + extent
                            + " pixels: use a larger image or a circular border");
            int[] sources = new int[before + extent + after];
            Arrays.setAll(sources, i -> inside(i - before, extent));
            return sources;
        }
    }

    private static final int NOWHERE = -1;

    private final INDArray small;
    private final INDArray large;
    private final int[] rows;
    private final int[] columns;
    private final int channels;
    private final int left;
    private final float[] smallRow;
    private final float[] largeRow;

    private Extension(Kind kind, Margins margins, INDArray small, INDArray large) {
        Nhwc.require("small", small);
        Nhwc.require("large", large);
        int height = (int) small.size(1);
        int width = (int) small.size(2);
        long[] expected = {small.size(0), height + margins.rows(), width + margins.columns(), small.size(3)};
        Require.that(
                Arrays.equals(large.shape(), expected),
                "large",
                "must have the shape " + Arrays.toString(expected) + ", but has " + Arrays.toString(large.shape()));
        this.small = small;
        this.large = large;
        this.rows = kind.sources(height, margins.top(), margins.bottom());
        this.columns = kind.sources(width, margins.left(), margins.right());
        this.channels = (int) small.size(3);
        this.left = margins.left();
        this.smallRow = new float[width * channels];
        this.largeRow = new float[columns.length * channels];
    }

    /**
     * Fills the output from the input.
     *
     * @param input {@code [N,H,W,C]}
     * @param output {@code [N,top+H+bottom,left+W+right,C]}, overwritten
     */
    public static Kernel forward(Kind kind, Margins margins, INDArray input, INDArray output) {
        return new Extension(kind, margins, input, output)::extend;
    }

    /** d loss / d input from d loss / d output: every pixel gathers what it received wherever it stands. */
    public static Kernel inputGradient(Kind kind, Margins margins, INDArray cotangent, INDArray gradient) {
        Extension extension = new Extension(kind, margins, gradient, cotangent);
        int[][] copies = extension.copiesOfEachRow();
        double[] sum = new double[extension.smallRow.length];
        return () -> extension.gather(copies, sum);
    }

    private void extend() {
        FloatBuffer from = HostMemory.view(small);
        FloatBuffer to = HostMemory.view(large);
        int height = (int) small.size(1);
        for (int place = 0; place < small.size(0) * rows.length; place++) {
            int image = place / rows.length;
            int row = rows[place % rows.length];
            if (row == NOWHERE) {
                Arrays.fill(largeRow, 0);
            } else {
                from.get((image * height + row) * smallRow.length, smallRow);
                System.arraycopy(smallRow, 0, largeRow, left * channels, smallRow.length);
                continueColumns();
            }
            to.put(place * largeRow.length, largeRow);
        }
        HostMemory.written(large);
    }

    private void continueColumns() {
        int end = left + smallRow.length / channels;
        for (int c = left > 0 ? 0 : end; c < columns.length; c = c + 1 == left ? end : c + 1) {
            if (columns[c] != NOWHERE) {
                System.arraycopy(smallRow, columns[c] * channels, largeRow, c * channels, channels);
            }
        }
    }

    private void gather(int[][] copies, double[] sum) {
        FloatBuffer from = HostMemory.view(large);
        FloatBuffer to = HostMemory.view(small);
        for (int place = 0; place < small.size(0) * copies.length; place++) {
            int image = place / copies.length;
            Arrays.fill(sum, 0);
            for (int copy : copies[place % copies.length]) {
                from.get((image * rows.length + copy) * largeRow.length, largeRow);
                addColumns(sum);
            }
            for (int i = 0; i < sum.length; i++) {
                smallRow[i] = (float) sum[i];
            }
            to.put(place * smallRow.length, smallRow);
        }
        HostMemory.written(small);
    }

    private void addColumns(double[] sum) {
        for (int c = 0; c < columns.length; c++) {
            if (columns[c] != NOWHERE) {
                int place = columns[c] * channels;
                for (int i = 0; i < channels; i++) {
                    sum[place + i] += largeRow[c * channels + i];
                }
            }
        }
    }

    private int[][] copiesOfEachRow() {
        int[][] copies = new int[(int) small.size(1)][];
        for (int r = 0; r < copies.length; r++) {
            int row = r;
            copies[r] = IntStream.range(0, rows.length)
                    .filter(place -> rows[place] == row)
                    .toArray();
        }
        return copies;
    }
}
