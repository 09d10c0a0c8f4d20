package lichen.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lichen.app.report.Curves;
import lichen.app.report.Entry;
import lichen.app.report.LossPoint;
import lichen.app.report.NumberText;
import lichen.app.report.Numbers;
import lichen.app.report.Picture;
import lichen.app.report.Pictures;
import lichen.app.report.Section;
import lichen.io.run.MetricsCsv;
import lichen.io.run.MetricsTable;
import lichen.io.run.RunDirectory;

/** What there is to report of a synthesis: its images, its final numbers, its loss. */
public final class SynthesisReport {
    private SynthesisReport() {}

    static List<Section> of(RunDirectory run) throws IOException {
        List<LossPoint> losses = losses(run.metrics());
        List<Picture> pictures = Stream.of(SynthesisTask.TARGET, SynthesisTask.START, SynthesisTask.RESULT)
                .map(name -> new Picture(name, run.image(name)))
                .toList();
        return List.of(
                new Pictures("", pictures), new Numbers(summary(losses)), Curves.of("Loss", "evaluation", losses));
    }

    /**
     * The losses of the syntheses that are parts of a run.
     *
     * @param names the parts' names; one that has not begun has no curve
     */
    public static Curves losses(RunDirectory run, List<String> names) throws IOException {
        List<Curves.Curve> curves = new ArrayList<>();
        for (String name : names) {
            curves.add(new Curves.Curve(name, losses(run.part(name).metrics())));
        }
        return new Curves("Loss", "evaluation", curves);
    }

    private static List<LossPoint> losses(Path metrics) throws IOException {
        if (!Files.exists(metrics)) {
            return List.of();
        }
        MetricsTable table = MetricsCsv.read(metrics);
        double[] evaluations = table.column(SynthesisRecorder.EVALUATION);
        double[] losses = table.column(SynthesisRecorder.LOSS);
        List<LossPoint> points = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            points.add(new LossPoint((long) evaluations[i], losses[i]));
        }
        return points;
    }

    private static List<Entry> summary(List<LossPoint> losses) {
        List<Entry> rows = new ArrayList<>();
        rows.add(new Entry("evaluations", Integer.toString(losses.size())));
        losses.stream()
                .mapToDouble(LossPoint::loss)
                .filter(Double::isFinite)
                .min()
                .ifPresent(best -> rows.add(new Entry("lowest loss", NumberText.of(best))));
        if (!losses.isEmpty() && Double.isFinite(losses.get(0).loss())) {
            rows.add(new Entry("first loss", NumberText.of(losses.get(0).loss())));
        }
        return rows;
    }
}
