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
 * A loss curve as small as a thumbnail: loss on a logarithmic axis of its own against the count, in pixels of the drawing.
 *
 * @param points the points, as SVG writes them
 * @param highest the highest loss
 * @param lowest the lowest loss, and where it is
 * @param last the last count
 */
record Sparkline(String points, String highest, String lowest, String last) {
    /** The size of the drawing and the box of the curve in it. */
    static final int WIDTH = 132;

    static final int HEIGHT = 88;
    private static final int MARGIN = 4;
    private static final int TOP = 18;
    private static final int BOTTOM = 70;

    /** More would not be seen. */
    private static final int MOST_POINTS = 60;

    /** Draws the losses that have a place on a logarithmic axis; empty if there are none. */
    static Optional<Sparkline> of(List<LossPoint> losses) {
        List<LossPoint> drawn = losses.stream().filter(LossChart::isDrawable).toList();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        LossPoint best =
                drawn.stream().min(Comparator.comparingDouble(LossPoint::loss)).orElseThrow();
        DoubleSummaryStatistics range =
                drawn.stream().mapToDouble(LossPoint::loss).summaryStatistics();
        long last = drawn.get(drawn.size() - 1).count();
        ChartAxis counts = ChartAxis.counting(last);
        ChartAxis loss = ChartAxis.logarithmic(range.getMin(), range.getMax());
        String points = thinned(drawn, best).stream()
                .map(point -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        MARGIN + counts.share(point.count()) * (WIDTH - 2 * MARGIN),
                        BOTTOM - loss.share(point.loss()) * (BOTTOM - TOP)))
                .collect(Collectors.joining(" "));
        return Optional.of(new Sparkline(
                points,
                NumberText.of(range.getMax()),
                NumberText.of(best.loss()) + " at " + best.count(),
                Long.toString(last)));
    }

    /** The first, the last, evenly many between them, and the lowest. */
    private static List<LossPoint> thinned(List<LossPoint> points, LossPoint best) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        List<LossPoint> kept = new ArrayList<>();
        for (int i = 0; i < MOST_POINTS; i++) {
            kept.add(points.get((int) Math.round(i * (points.size() - 1) / (MOST_POINTS - 1.0))));
        }
        kept.add(best);
        return kept.stream()
                .distinct()
                .sorted(Comparator.comparingLong(LossPoint::count))
                .toList();
    }
}
