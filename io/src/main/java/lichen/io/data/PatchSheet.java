package lichen.io.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;

/**
 * A picture of a data set: its patches side by side on white. Memory holds the sheet and one patch.
 *
 * @param most how many patches are shown; of more, as many are chosen evenly
 * @param thumbnail the extents of each, both ways, in pixels
 */
public record PatchSheet(int most, int thumbnail) {
    private static final int GAP = 2;
    private static final float PAPER = 1f;

    /** Checks the ranges, and that the sheet stays below 100 megapixels. */
    public PatchSheet {
        Require.atLeast(1, "most", most);
        Require.atLeast(1, "thumbnail", thumbnail);
        extents(most, thumbnail);
    }

    /**
     * The sheet of all patches of a data set.
     *
     * @throws IOException if a patch cannot be read
     */
    public Image of(DataSet set) throws IOException {
        return of(set, set.patches());
    }

    /**
     * The sheet of some patches, row by row in their order.
     *
     * @param patches at least one
     * @throws IOException if a patch cannot be read
     */
    public Image of(DataSet set, List<Patch> patches) throws IOException {
        Require.atLeast(1, "patches", patches.size());
        List<Patch> shown = chosen(patches);
        Size extents = extents(shown.size(), thumbnail);
        float[] sheet = new float[extents.width() * extents.height() * Image.CHANNELS];
        Arrays.fill(sheet, PAPER);
        int columns = columns(shown.size());
        int step = thumbnail + GAP;
        for (int i = 0; i < shown.size(); i++) {
            Image small = Resize.fit(set.read(shown.get(i)), new Size(thumbnail, thumbnail));
            int corner = (GAP + i / columns * step) * extents.width() + GAP + i % columns * step;
            lay(small.toArray(), sheet, corner, extents.width());
        }
        return Image.of(extents.width(), extents.height(), sheet);
    }

    private void lay(float[] small, float[] sheet, int corner, int width) {
        int row = thumbnail * Image.CHANNELS;
        for (int y = 0; y < thumbnail; y++) {
            System.arraycopy(small, y * row, sheet, (corner + y * width) * Image.CHANNELS, row);
        }
    }

    private List<Patch> chosen(List<Patch> patches) {
        if (patches.size() <= most) {
            return patches;
        }
        return IntStream.range(0, most)
                .mapToObj(i -> patches.get((int) ((long) i * patches.size() / most)))
                .toList();
    }

    private static int columns(int count) {
        return (int) Math.ceil(Math.sqrt(count));
    }

    private static Size extents(int count, int thumbnail) {
        int columns = columns(count);
        int rows = (count + columns - 1) / columns;
        return new Size(GAP + columns * (thumbnail + GAP), GAP + rows * (thumbnail + GAP));
    }
}
