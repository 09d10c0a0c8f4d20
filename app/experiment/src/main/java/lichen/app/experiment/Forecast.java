package lichen.app.experiment;

import java.util.List;
import java.util.Optional;

/**
 * What a run of many parts would do.
 *
 * @param parts how many parts it has
 * @param done how many of them are done already
 * @param lines the methods of which something is left, in order
 */
public record Forecast(int parts, int done, List<Line> lines) {
    /** Copies the list. */
    public Forecast {
        lines = List.copyOf(lines);
    }

    /**
     * One method.
     *
     * @param method its name
     * @param left how many of its images are to be made
     * @param cost of one of them; empty where it cannot be told beforehand
     */
    public record Line(String method, int left, Optional<Cost> cost) {}

    /** The time that is left, of the methods of which it is known. */
    public double seconds() {
        return lines.stream()
                .mapToDouble(line ->
                        line.cost().map(cost -> line.left() * cost.seconds()).orElse(0.0))
                .sum();
    }
}
