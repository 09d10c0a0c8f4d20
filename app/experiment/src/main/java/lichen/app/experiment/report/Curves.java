package lichen.app.experiment.report;

import java.util.List;

/**
 * Losses as curves, on a logarithmic axis.
 *
 * @param heading what stands above them
 * @param counted what the other axis counts, in the singular: "evaluation", "epoch"
 * @param curves the curves
 */
public record Curves(String heading, String counted, List<Curve> curves) implements Section {
    /** Copies the list. */
    public Curves {
        curves = List.copyOf(curves);
    }

    /**
     * One curve.
     *
     * @param name what it shows, for the legend
     * @param points in order; may be empty
     */
    public record Curve(String name, List<LossPoint> points) {
        /** Copies the list. */
        public Curve {
            points = List.copyOf(points);
        }
    }

    /** One curve by itself. */
    public static Curves of(String heading, String counted, List<LossPoint> points) {
        return new Curves(heading, counted, List.of(new Curve("loss", points)));
    }
}
