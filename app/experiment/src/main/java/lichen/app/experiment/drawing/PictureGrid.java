package lichen.app.experiment.drawing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.io.image.ImageCodec;

/**
 * Images in rows and columns, with a word above each column and a line below each image.
 *
 * @param heads what stands above the columns; empty for nothing
 * @param rows the images, row by row
 */
public record PictureGrid(List<String> heads, List<List<Cell>> rows) {
    private static final int GAP = 12;
    private static final int LINE = 24;
    private static final int LETTERS = 15;

    /**
     * An image with a line below it.
     *
     * @param image the image
     * @param caption the line, or ""
     */
    public record Cell(Image image, String caption) {
        private static final float GREY = 0.9f;

        /** The image of a file with a line below it; a grey field where there is no such file, since its making failed. */
        public static Cell of(ImageCodec images, Path file, String caption) throws IOException {
            return Files.exists(file) ? new Cell(images.read(file), caption) : failed();
        }

        /** What stands in the place of an image whose making failed. */
        public static Cell failed() {
            return new Cell(Image.of(1, 1, new float[] {GREY, GREY, GREY}), "failed");
        }
    }

    /** Copies the lists. */
    public PictureGrid {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
        Require.that(!rows.isEmpty() && !rows.get(0).isEmpty(), "rows", "must hold at least one image");
    }

    /**
     * Draws the grid.
     *
     * @param tile the extents of each image in it; images of other extents are resized
     */
    public Image draw(Size tile) {
        int columns = rows.stream().mapToInt(List::size).max().orElseThrow();
        List<List<String>> lines = headLines(tile.width());
        int top = GAP + LINE * lines.stream().mapToInt(List::size).max().orElse(0);
        int line = hasCaptions() ? LINE : 0;
        int across = tile.width() + GAP;
        int down = tile.height() + line + GAP;
        try (Canvas canvas = new Canvas(GAP + columns * across, top + rows.size() * down)) {
            for (int column = 0; column < lines.size(); column++) {
                int middle = GAP + column * across + tile.width() / 2;
                for (int i = 0; i < lines.get(column).size(); i++) {
                    canvas.words(
                            lines.get(column).get(i), middle, GAP / 2 + LINE * i + LINE / 2, LETTERS, tile.width());
                }
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    Cell cell = rows.get(row).get(column);
                    int x = GAP + column * across;
                    int y = top + row * down;
                    canvas.image(cell.image(), x, y, tile);
                    canvas.words(
                            cell.caption(), x + tile.width() / 2, y + tile.height() + LINE / 2, LETTERS, tile.width());
                }
            }
            return canvas.toImage();
        }
    }

    /** Heads are names: so that they can be told apart, none is cut. */
    private List<List<String>> headLines(int width) {
        try (Canvas canvas = new Canvas(1, 1)) {
            return heads.stream()
                    .map(head -> canvas.lines(head, LETTERS, width))
                    .toList();
        }
    }

    private boolean hasCaptions() {
        return rows.stream()
                .flatMap(List::stream)
                .anyMatch(cell -> !cell.caption().isEmpty());
    }
}
