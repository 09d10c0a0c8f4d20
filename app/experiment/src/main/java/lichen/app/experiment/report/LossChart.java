package lichen.app.experiment.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lichen.app.quality.NumberText;

/**
 * Loss curves as the template draws them: loss against a count, the loss on a logarithmic axis, in pixels of the drawing.
 *
 * @param columns the ticks of the count, from the left
 * @param rows the ticks of the loss, from the top
 * @param lines the curves; those without a point to draw are left out
 * @param leftOut how many losses have no place on a logarithmic axis: zero, negative, not finite
 */
record LossChart(List<Tick> columns, List<Tick> rows, List<Line> lines, int leftOut) {
    /** The size of the drawing and the box of the curve in it. */
    static final int WIDTH = 900;

    static final int HEIGHT = 360;
    static final int LEFT = 84;
    static final int RIGHT = 880;
    static final int TOP = 16;
    static final int BOTTOM = 308;

    /** A tick: where, and what it says. */
    record Tick(double position, String label) {}

    /** A point, and what it says. */
    record Dot(double x, double y, String label) {}

    /**
     * A curve.
     *
     * @param name what it shows
     * @param points the points, as SVG writes them
     * @param best its lowest point
     */
    record Line(String name, String points, Dot best) {}

    /** Whether a loss has a place in the chart. */
    static boolean isDrawable(LossPoint point) {
        return point.loss() > 0 && Double.isFinite(point.loss());
    }

    /** Draws the points that have a place; empty if there are none. */
    static Optional<LossChart> of(Curves curves) {
        List<LossPoint> all = curves.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .toList();
        List<LossPoint> drawn = all.stream().filter(LossChart::isDrawable).toList();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        ChartAxis counts = ChartAxis.counting(
                drawn.stream().mapToLong(LossPoint::count).max().orElseThrow());
        DoubleSummaryStatistics range =
                drawn.stream().mapToDouble(LossPoint::loss).summaryStatistics();
        ChartAxis loss = ChartAxis.logarithmic(range.getMin(), range.getMax());
        List<Line> lines = curves.curves().stream()
                .filter(curve -> curve.points().stream().anyMatch(LossChart::isDrawable))
                .map(curve -> line(curve, curves.counted(), counts, loss))
                .toList();
        return Optional.of(new LossChart(
                counts.ticks().stream()
                        .map(tick -> new Tick(across(counts.share(tick)), String.valueOf(Math.round(tick))))
                        .toList(),
                loss.ticks().stream()
                        .map(tick -> new Tick(y(loss, tick), NumberText.of(tick)))
                        .toList(),
                lines,
                all.size() - drawn.size()));
    }

    private static Line line(Curves.Curve curve, String counted, ChartAxis counts, ChartAxis loss) {
        List<LossPoint> drawn =
                curve.points().stream().filter(LossChart::isDrawable).toList();
        LossPoint lowest =
                drawn.stream().min(Comparator.comparingDouble(LossPoint::loss)).orElseThrow();
        String points = thinned(drawn, counts).stream()
                .map(point -> text(x(counts, point)) + "," + text(y(loss, point.loss())))
                .collect(Collectors.joining(" "));
        Dot best = new Dot(
                x(counts, lowest),
                y(loss, lowest.loss()),
                NumberText.of(lowest.loss()) + " at " + counted + " " + lowest.count());
        return new Line(curve.name(), points, best);
    }

    /** Of the points that share a pixel column only the first, the extremes and the last are kept: the curve is the same. */
    private static List<LossPoint> thinned(List<LossPoint> points, ChartAxis counts) {
        List<LossPoint> kept = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= points.size(); end++) {
            boolean ends =
                    end == points.size() || (int) x(counts, points.get(end)) != (int) x(counts, points.get(start));
            if (ends) {
                kept.addAll(outline(points.subList(start, end)));
                start = end;
            }
        }
        return kept;
    }

    private static List<LossPoint> outline(List<LossPoint> column) {
        Comparator<LossPoint> byLoss = Comparator.comparingDouble(LossPoint::loss);
        LossPoint low = column.stream().min(byLoss).orElseThrow();
        LossPoint high = column.stream().max(byLoss).orElseThrow();
        return List.of(column.get(0), low, high, column.get(column.size() - 1)).stream()
                .distinct()
                .sorted(Comparator.comparingLong(LossPoint::count))
                .collect(Collectors.toList());
    }

    private static double x(ChartAxis counts, LossPoint point) {
        return across(counts.share(point.count()));
    }

    private static double across(double share) {
        return tenths(LEFT + share * (RIGHT - LEFT));
    }

    private static double y(ChartAxis axis, double loss) {
        return tenths(BOTTOM - axis.share(loss) * (BOTTOM - TOP));
    }

    private static double tenths(double pixels) {
        return Math.round(pixels * 10) / 10.0;
    }

    private static String text(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
