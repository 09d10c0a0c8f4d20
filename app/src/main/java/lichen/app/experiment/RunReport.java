package lichen.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lichen.app.report.Entry;
import lichen.app.report.LossPoint;
import lichen.app.report.Picture;
import lichen.app.report.ReportContent;
import lichen.io.run.Manifest;
import lichen.io.run.MetricsCsv;
import lichen.io.run.MetricsTable;
import lichen.io.run.RunDirectory;

/** Reads a run's folder into a report. */
public final class RunReport {
    private RunReport() {}

    /**
     * What there is to report of a run, whether it has ended or not.
     *
     * @param command what to type to make the run again
     */
    public static ReportContent of(RunDirectory run, Manifest manifest, String command) throws IOException {
        List<LossPoint> losses = losses(run.metrics());
        ReportContent.Details details =
                new ReportContent.Details(summary(losses, manifest), environment(manifest), run.config(), command);
        return new ReportContent(run.name(), manifest.outcome(), pictures(run), losses, details);
    }

    private static List<Picture> pictures(RunDirectory run) {
        return Stream.of(SynthesisTask.TARGET, SynthesisTask.START, SynthesisTask.RESULT)
                .map(name -> new Picture(name, run.image(name)))
                .toList();
    }

    private static List<LossPoint> losses(Path metrics) throws IOException {
        if (!Files.exists(metrics)) {
            return List.of();
        }
        MetricsTable table = MetricsCsv.read(metrics);
        double[] evaluations = table.column(MetricsCsv.EVALUATION);
        double[] losses = table.column(SynthesisRecorder.LOSS);
        List<LossPoint> points = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            points.add(new LossPoint((long) evaluations[i], losses[i]));
        }
        return points;
    }

    private static List<Entry> summary(List<LossPoint> losses, Manifest manifest) {
        List<Entry> rows = new ArrayList<>();
        rows.add(new Entry("status", manifest.status().word()));
        rows.add(new Entry("evaluations", Integer.toString(losses.size())));
        losses.stream()
                .mapToDouble(LossPoint::loss)
                .filter(Double::isFinite)
                .min()
                .ifPresent(best -> rows.add(new Entry("lowest loss", String.format(Locale.ROOT, "%.6g", best))));
        if (!losses.isEmpty()) {
            rows.add(new Entry(
                    "first loss",
                    String.format(Locale.ROOT, "%.6g", losses.get(0).loss())));
        }
        return rows;
    }

    private static List<Entry> environment(Manifest manifest) {
        List<Entry> rows = new ArrayList<>();
        Stream.of(manifest.environment(), manifest.software())
                .map(Map::entrySet)
                .flatMap(entries -> entries.stream())
                .forEach(entry -> rows.add(new Entry(entry.getKey(), entry.getValue())));
        return rows;
    }
}
