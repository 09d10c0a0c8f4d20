package lichen.io.run;

import java.util.List;
import lichen.core.check.Require;

/**
 * The numbers of a run as they stand in {@code metrics.csv}.
 *
 * @param columns the names
 * @param rows the numbers, one for each column
 */
public record MetricsTable(List<String> columns, List<List<Double>> rows) {
    /** Copies the lists. */
    public MetricsTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The numbers of one column, from the first row on. */
    public double[] column(String name) {
        int index = columns.indexOf(name);
        Require.that(index >= 0, "column", "must be one of " + columns + ", but is " + name);
        return rows.stream().mapToDouble(row -> row.get(index)).toArray();
    }
}
