package lichen.app.experiment.report;

import java.util.List;
import java.util.Optional;

/**
 * One contact sheet, ready to be printed.
 *
 * @param choice the number of the level of each choice, from 0, with a space between
 * @param caption the levels in words, or ""
 * @param photograph the number of the photograph that it is of, from 0; empty if its rows or columns are of several
 * @param rows its rows
 */
record Sheet(String choice, String caption, Optional<Integer> photograph, List<Row> rows) {
    /** Copies the list. */
    Sheet {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param name what it is of
     * @param cells one for each column; empty where nothing is to be
     */
    record Row(String name, List<Optional<Cell>> cells) {
        /** Copies the list. */
        Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * An image.
     *
     * @param name all that tells it apart, in words
     * @param photograph the number of its photograph, from 0
     * @param source the image; empty if it is not there
     * @param caption what stands below it
     * @param losses how it was learned, if it was
     */
    record Cell(String name, int photograph, Optional<String> source, String caption, Optional<Sparkline> losses) {}
}
