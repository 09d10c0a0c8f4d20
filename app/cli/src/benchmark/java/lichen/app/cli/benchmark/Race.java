package lichen.app.cli.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Times contenders in turn, so that a noisy machine disturbs them alike. */
final class Race {
    private static final int WARM_UP = 2;

    private Race() {}

    /**
     * What a race shows.
     *
     * @param milliseconds median per run, of each contender in their order
     * @param residentMebibytes of the process of each
     */
    record Result(List<Double> milliseconds, List<OptionalLong> residentMebibytes) {}

    /** Opens all, and runs each {@code rounds} times, after a warm-up that does not count. */
    static Result run(List<Supplier<Racer>> contenders, int rounds) {
        List<Racer> racers = new ArrayList<>();
        try {
            contenders.forEach(contender -> racers.add(contender.get()));
            double[][] milliseconds = new double[contenders.size()][rounds];
            for (int round = -WARM_UP; round < rounds; round++) {
                for (int i = 0; i < racers.size(); i++) {
                    double time = milliseconds(racers.get(i));
                    if (round >= 0) {
                        milliseconds[i][round] = time;
                    }
                }
            }
            return new Result(
                    Arrays.stream(milliseconds).map(Race::median).toList(),
                    racers.stream().map(Racer::residentMebibytes).toList());
        } finally {
            racers.forEach(Racer::close);
        }
    }

    private static double milliseconds(Racer racer) {
        long start = System.nanoTime();
        racer.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
