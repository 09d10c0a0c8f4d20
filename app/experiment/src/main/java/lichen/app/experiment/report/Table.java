package lichen.app.experiment.report;

import java.util.List;
import lichen.core.check.Require;

/**
 * A table of texts.
 *
 * @param heading what stands above it
 * @param columns the heads of its columns
 * @param rows its rows, each as long as the heads
 */
public record Table(String heading, List<String> columns, List<List<String>> rows) implements Section {
    /** Copies the lists and checks their lengths. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            Require.that(row.size() == columns.size(), "rows", "must have " + columns.size() + " texts: " + row);
        }
    }
}
