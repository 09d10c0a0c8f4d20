package lichen.app.experiment.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An axis of a chart: from numbers to a share of its length, and where its ticks are.
 *
 * @param low the number at its beginning
 * @param high the number at its end, greater than {@code low}
 * @param isLogarithmic whether equal lengths are equal ratios; {@code low} is then positive
 * @param ticks numbers within, ascending
 */
record ChartAxis(double low, double high, boolean isLogarithmic, List<Double> ticks) {
    private static final int MOST_TICKS = 7;

    /** Keeps a curve off the frame. */
    private static final double MARGIN = 0.04;

    /** An axis for counts from 0 on. */
    static ChartAxis counting(double most) {
        double high = Math.max(1, most);
        double step = Math.max(1, evenStep(high / MOST_TICKS));
        return new ChartAxis(0, high, false, multiples(step, 0, high));
    }

    /** A logarithmic axis around positive numbers. */
    static ChartAxis logarithmic(double smallest, double largest) {
        double ratio = Math.max(largest / smallest, 1.05);
        double middle = Math.sqrt(smallest) * Math.sqrt(largest);
        double half = Math.sqrt(ratio) * Math.pow(ratio, MARGIN);
        double low = middle / half;
        double high = middle * half;
        return new ChartAxis(low, high, true, logarithmicTicks(low, high));
    }

    /** Where a number lies: 0 at the beginning, 1 at the end. */
    double share(double number) {
        return isLogarithmic ? Math.log(number / low) / Math.log(high / low) : (number - low) / (high - low);
    }

    /** Powers of ten, with 2 and 5 between where there is room; even steps within less than a decade. */
    private static List<Double> logarithmicTicks(double low, double high) {
        List<Double> fine = new ArrayList<>();
        List<Double> powers = new ArrayList<>();
        for (int exponent = (int) Math.floor(Math.log10(low)); exponent <= Math.log10(high); exponent++) {
            double power = Double.parseDouble("1e" + exponent);
            powers.add(power);
            fine.addAll(List.of(power, 2 * power, 5 * power));
        }
        fine.removeIf(tick -> tick < low || tick > high);
        powers.removeIf(tick -> tick < low || tick > high);
        if (powers.size() > MOST_TICKS) {
            int every = (powers.size() + MOST_TICKS - 1) / MOST_TICKS;
            return everyNth(powers, every);
        }
        if (fine.size() <= MOST_TICKS + 1 && fine.size() >= 3) {
            return fine;
        }
        return powers.size() >= 2 ? powers : multiples(evenStep((high - low) / MOST_TICKS), low, high);
    }

    private static List<Double> everyNth(List<Double> ticks, int n) {
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i += n) {
            kept.add(ticks.get(i));
        }
        return kept;
    }

    private static List<Double> multiples(double step, double low, double high) {
        List<Double> ticks = new ArrayList<>();
        long last = (long) Math.floor(high / step + 1e-9);
        for (long i = (long) Math.ceil(low / step - 1e-9); i <= last; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The smallest of 1, 2 or 5 times a power of ten that is no less. */
    private static double evenStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        return List.of(1.0, 2.0, 5.0, 10.0).stream()
                .map(factor -> factor * power)
                .filter(step -> step >= least * (1 - 1e-9))
                .collect(Collectors.toList())
                .get(0);
    }
}
