package lichen.app.experiment.mixing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Workbench;
import lichen.app.quality.Gauge;
import lichen.app.quality.Kind;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Mean;
import lichen.app.quality.Reference;
import lichen.app.quality.Scale;
import lichen.app.quality.Score;
import lichen.app.quality.Scorer;
import lichen.app.quality.Scores;
import lichen.app.quality.StatisticGauge;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Resize;
import lichen.io.json.ConfigException;

/** Measures ways between photographs. Not for several threads at once. */
final class Yardstick implements AutoCloseable {
    private final List<Image> targets = new ArrayList<>();
    private final List<Scorer> scorers = new ArrayList<>();
    private final Map<LabelledMeasure, Gauge> gauges = new LinkedHashMap<>();

    private Yardstick() {}

    /**
     * Opens measures of quality.
     *
     * @param places where the photographs stand in the config
     * @throws ConfigException if a photograph is too small to be measured
     * @throws IOException if a file cannot be read
     */
    static Yardstick open(
            List<Picture> photographs, IntFunction<String> places, List<LabelledMeasure> measures, Workbench workbench)
            throws IOException {
        Yardstick yardstick = new Yardstick();
        try {
            for (int i = 0; i < photographs.size(); i++) {
                String place = places.apply(i);
                Reference reference = new Photograph(photographs.get(i)).reference(workbench, place);
                yardstick.targets.add(reference.target());
                try {
                    yardstick.scorers.add(new Scorer(measures, reference, workbench::image));
                } catch (InvalidValueException e) {
                    throw new ConfigException(
                            workbench.config().problemAt(place, "the " + e.name() + " " + e.reason()));
                }
            }
            for (LabelledMeasure measure : measures) {
                if (measure.measure().kind() == Kind.QUALITY) {
                    yardstick.gauges.put(measure, measure.measure().open(workbench::image));
                }
            }
            return yardstick;
        } catch (IOException | RuntimeException e) {
            yardstick.close();
            throw e;
        }
    }

    /**
     * Measures a way.
     *
     * @param images on it, the ends among them
     * @param shares of the photographs, for each image
     */
    Passage of(List<Image> images, List<List<Double>> shares) {
        List<Double> paths = new ArrayList<>();
        List<Double> longest = new ArrayList<>();
        for (Gauge gauge : gauges.values()) {
            double[] steps = new double[images.size() - 1];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = gauge.measure(images.get(i), images.get(i + 1));
            }
            double path = DoubleStream.of(steps).sum();
            double chord = gauge.measure(images.get(0), images.get(images.size() - 1));
            if (path > 0 && chord > 0) {
                paths.add(path / chord);
                longest.add(DoubleStream.of(steps).max().orElseThrow() * steps.length / path);
            }
        }
        List<Double> misses = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            List<Scores> scores = scores(images.get(i), shares.get(i));
            misses.add(miss(images.get(i), shares.get(i), scores));
            distances.add(distance(shares.get(i), scores));
        }
        return new Passage(mean(paths), mean(longest), misses, distances);
    }

    /** By each photograph; by those without a share nothing. */
    private List<Scores> scores(Image image, List<Double> shares) {
        List<Scores> scores = new ArrayList<>();
        for (int k = 0; k < shares.size(); k++) {
            scores.add(shares.get(k) > 0 ? scorers.get(k).score(image) : new Scores(List.of(), ""));
        }
        return scores;
    }

    /** How far what the gauges find in an image is from the mean of what they find in the photographs, over the mean of the floors. */
    private double miss(Image image, List<Double> shares, List<Scores> scores) {
        List<Double> ratios = new ArrayList<>();
        gauges.forEach((measure, gauge) -> {
            if (gauge instanceof StatisticGauge statistics) {
                for (Scale scale : measure.measure().scales()) {
                    double floor = floor(measure.label() + scale.suffix(), shares, scores);
                    if (floor > 0) {
                        ratios.add(miss(scale.of(image), shares, scale, statistics) / floor);
                    }
                }
            }
        });
        return mean(ratios);
    }

    private double miss(Image image, List<Double> shares, Scale scale, StatisticGauge gauge) {
        List<double[]> wanted = targets.stream()
                .map(target -> gauge.statistic(Resize.fit(scale.of(target), image.size())))
                .toList();
        return gauge.between(gauge.statistic(image), StatisticGauge.mean(wanted, shares));
    }

    /** The mean of the photographs' floors by their shares; 0 where one has none. */
    private static double floor(String name, List<Double> shares, List<Scores> scores) {
        double sum = 0;
        for (int k = 0; k < shares.size(); k++) {
            if (shares.get(k) > 0) {
                Optional<Score> score = scores.get(k).of(name);
                if (score.flatMap(Score::ratio).isEmpty()) {
                    return 0;
                }
                sum += shares.get(k) * score.flatMap(Score::floor).orElseThrow();
            }
        }
        return sum;
    }

    private static double distance(List<Double> shares, List<Scores> scores) {
        double sum = 0;
        for (int k = 0; k < shares.size(); k++) {
            if (shares.get(k) > 0) {
                sum += shares.get(k) * scores.get(k).geometricMean().orElse(Double.NaN);
            }
        }
        return sum;
    }

    private static double mean(List<Double> ratios) {
        return Mean.GEOMETRIC
                .of(ratios.stream().mapToDouble(Double::doubleValue))
                .orElse(Double.NaN);
    }

    @Override
    public void close() {
        scorers.forEach(Scorer::close);
        gauges.values().forEach(Gauge::close);
    }
}
