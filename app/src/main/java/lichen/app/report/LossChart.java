package lichen.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The loss curve as the template draws it: loss against evaluations, the loss on a logarithmic axis, in pixels of the
 * drawing.
 *
 * @param columns the ticks of the evaluations, from the left
 * @param rows the ticks of the loss, from the top
 * @param line the points of the curve, as SVG writes them
 * @param best the lowest point
 * @param leftOut how many losses have no place on a logarithmic axis: zero, negative, not finite
 */
record LossChart(List<Tick> columns, List<Tick> rows, String line, Dot best, int leftOut) {
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

    /** Whether a loss has a place in the chart. */
    static boolean isDrawable(LossPoint point) {
        return point.loss() > 0 && Double.isFinite(point.loss());
    }

    /**
     * Draws the points that have a place.
     *
     * @param losses in the order of evaluations; at least one has a place
     */
    static LossChart of(List<LossPoint> losses) {
        List<LossPoint> drawn = losses.stream().filter(LossChart::isDrawable).collect(Collectors.toList());
        LossPoint lowest =
                drawn.stream().min(Comparator.comparingDouble(LossPoint::loss)).orElseThrow();
        double highest = drawn.stream().mapToDouble(LossPoint::loss).max().orElseThrow();
        Axis evaluations = Axis.counting(drawn.get(drawn.size() - 1).evaluation());
        Axis loss = Axis.logarithmic(lowest.loss(), highest);
        String line = thinned(drawn, evaluations).stream()
                .map(point -> text(x(evaluations, point)) + "," + text(y(loss, point.loss())))
                .collect(Collectors.joining(" "));
        Dot best = new Dot(
                x(evaluations, lowest),
                y(loss, lowest.loss()),
                NumberText.of(lowest.loss()) + " at evaluation " + lowest.evaluation());
        return new LossChart(
                evaluations.ticks().stream()
                        .map(tick -> new Tick(across(evaluations.share(tick)), String.valueOf(Math.round(tick))))
                        .collect(Collectors.toList()),
                loss.ticks().stream()
                        .map(tick -> new Tick(y(loss, tick), NumberText.of(tick)))
                        .collect(Collectors.toList()),
                line,
                best,
                losses.size() - drawn.size());
    }

    /** Of the points that share a pixel column only the first, the extremes and the last are kept: the curve is the same. */
    private static List<LossPoint> thinned(List<LossPoint> points, Axis evaluations) {
        List<LossPoint> kept = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= points.size(); end++) {
            boolean ends = end == points.size()
                    || (int) x(evaluations, points.get(end)) != (int) x(evaluations, points.get(start));
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
                .sorted(Comparator.comparingLong(LossPoint::evaluation))
                .collect(Collectors.toList());
    }

    private static double x(Axis evaluations, LossPoint point) {
        return across(evaluations.share(point.evaluation()));
    }

    private static double across(double share) {
        return tenths(LEFT + share * (RIGHT - LEFT));
    }

    private static double y(Axis axis, double loss) {
        return tenths(BOTTOM - axis.share(loss) * (BOTTOM - TOP));
    }

    private static double tenths(double pixels) {
        return Math.round(pixels * 10) / 10.0;
    }

    private static String text(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
