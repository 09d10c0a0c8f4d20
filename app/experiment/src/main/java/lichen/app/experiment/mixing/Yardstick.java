package lichen.app.experiment.mixing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Workbench;
import lichen.app.quality.Gauge;
import lichen.app.quality.Kind;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Mean;
import lichen.app.quality.Reference;
import lichen.app.quality.Scorer;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.io.json.ConfigException;

/** Measures ways between photographs. Not for several threads at once. */
final class Yardstick implements AutoCloseable {
    private final List<Scorer> scorers = new ArrayList<>();
    private final List<Gauge> gauges = new ArrayList<>();

    private Yardstick() {}

    /**
     * Opens measures of quality.
     *
     * @throws ConfigException if a photograph is too small to be measured
     * @throws IOException if a file cannot be read
     */
    static Yardstick open(List<Picture> photographs, List<LabelledMeasure> measures, Workbench workbench)
            throws IOException {
        Yardstick yardstick = new Yardstick();
        try {
            for (int i = 0; i < photographs.size(); i++) {
                String place = "$.photographs[" + i + "]";
                Reference reference = new Photograph(photographs.get(i)).reference(workbench, place);
                try {
                    yardstick.scorers.add(new Scorer(measures, reference));
                } catch (InvalidValueException e) {
                    throw new ConfigException(
                            workbench.config().problemAt(place, "the " + e.name() + " " + e.reason()));
                }
            }
            for (LabelledMeasure measure : measures) {
                if (measure.measure().kind() == Kind.QUALITY) {
                    yardstick.gauges.add(measure.measure().open());
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
        for (Gauge gauge : gauges) {
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
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            distances.add(distance(images.get(i), shares.get(i)));
        }
        return new Passage(mean(paths), mean(longest), distances);
    }

    private double distance(Image image, List<Double> shares) {
        double sum = 0;
        for (int k = 0; k < shares.size(); k++) {
            if (shares.get(k) > 0) {
                double ratio = scorers.get(k).score(image).geometricMean().orElse(Double.NaN);
                sum += shares.get(k) * ratio;
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
        gauges.forEach(Gauge::close);
    }
}
