package lichen.app.experiment.comparison;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Effects as a drawing: for each a dot at its quotient and a line over its interval, on a logarithmic axis, with a line at 1, where
 * nothing changes.
 *
 * @param effects at least one to be worth drawing
 */
record EffectChart(List<Effect> effects) {
    private static final int WIDTH = 900;
    private static final int LEFT = 260;
    private static final int RIGHT = 860;
    private static final int ROW = 30;
    private static final int TOP = 20;
    private static final int FOOT = 50;
    private static final double[] TICKS = {
        0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 5, 10, 20, 50, 100
    };

    static EffectChart of(List<Effect> effects) {
        return new EffectChart(effects);
    }

    /** For a page that has the report's style. */
    String markup() {
        return "<svg class=\"chart\" role=\"img\" aria-label=\"effects with their intervals\" viewBox=\"0 0 " + WIDTH
                + " " + height() + "\"><g class=\"curve-0\">" + body() + "</g></svg>";
    }

    /** As a file of its own. */
    String standalone() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height()
                + "\" viewBox=\"0 0 "
                + WIDTH + " " + height() + "\"><style>text{font:13px sans-serif;fill:#333}.grid{stroke:#ddd}"
                + ".frame{stroke:#777;fill:none}.curve{stroke:#2f7d54;stroke-width:2}.best{fill:#2f7d54}</style>"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>" + body() + "</svg>\n";
    }

    private int height() {
        return TOP + effects.size() * ROW + FOOT;
    }

    private String body() {
        double low = bounds().min().orElse(0.5) / 1.1;
        double high = bounds().max().orElse(2) * 1.1;
        StringBuilder svg = new StringBuilder();
        int bottom = TOP + effects.size() * ROW;
        double last = Double.NEGATIVE_INFINITY;
        for (double tick : TICKS) {
            double x = x(tick, low, high);
            boolean isClose = tick != 1 && (x - last < 40 || Math.abs(x - x(1, low, high)) < 40);
            if (tick > low && tick < high && !isClose) {
                line(svg, tick == 1 ? "frame" : "grid", x, TOP - 8.0, x, bottom);
                text(svg, x, bottom + 18.0, "middle", number(tick));
                last = x;
            }
        }
        text(
                svg,
                (LEFT + RIGHT) / 2.0,
                bottom + 40.0,
                "middle",
                "quotient of the ratios to the floor: left of 1 is better");
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            double y = TOP + (i + 0.5) * ROW;
            text(svg, LEFT - 12.0, y + 4, "end", effect.axis() + ": " + effect.level() + " / " + effect.reference());
            line(svg, "curve", x(effect.low(), low, high), y, x(effect.high(), low, high), y);
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"best\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"><title>%s [%s, %s]</title></circle>",
                    x(effect.quotient(), low, high),
                    y,
                    number(effect.quotient()),
                    number(effect.low()),
                    number(effect.high())));
        }
        return svg.toString();
    }

    private DoubleStream bounds() {
        return DoubleStream.concat(
                DoubleStream.of(0.9, 1.1),
                effects.stream()
                        .flatMapToDouble(effect -> DoubleStream.of(effect.low(), effect.high()))
                        .filter(bound -> bound > 0 && Double.isFinite(bound)));
    }

    private static double x(double quotient, double low, double high) {
        double share = Math.log(quotient / low) / Math.log(high / low);
        return LEFT + Math.max(0, Math.min(1, share)) * (RIGHT - LEFT);
    }

    private static void line(StringBuilder svg, String kind, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                kind,
                x1,
                y1,
                x2,
                y2));
    }

    /** Names of axes and levels are letters, digits, points and dashes: nothing has to be escaped. */
    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.3g", number)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }
}
