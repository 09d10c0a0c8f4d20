package lichen.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lichen.app.experiment.report.Curves;
import lichen.app.experiment.report.Entry;
import lichen.app.experiment.report.LossPoint;
import lichen.app.experiment.report.Numbers;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.app.quality.NumberText;
import lichen.io.run.MetricsCsv;
import lichen.io.run.MetricsTable;
import lichen.io.run.RunDirectory;

/** What there is to report of a synthesis: its images, its final numbers, its loss. */
public final class SynthesisReport {
    static final String EVALUATION = "evaluation";
    static final String LOSS = "loss";
    static final String STAGE = "stage";
    /** The columns of the table that it is made from; what has no stages is in the first. */
    public static final List<String> COLUMNS = List.of(EVALUATION, LOSS, "gradient_norm", STAGE, "seconds");

    private SynthesisReport() {}

    /** The pictures of these names that there are, the final numbers, and the loss: a curve for each stage. */
    public static List<Section> of(RunDirectory run, List<String> names) throws IOException {
        List<ReportPicture> pictures = names.stream()
                .map(name -> new ReportPicture(name, run.image(name)))
                .toList();
        List<Section> sections = new ArrayList<>(List.of(new Pictures("", pictures)));
        sections.addAll(numbers(run));
        return sections;
    }

    /** The final numbers, and the loss: a curve for each stage. */
    public static List<Section> numbers(RunDirectory run) throws IOException {
        Map<Integer, List<LossPoint>> stages = stages(run.metrics());
        List<Curves.Curve> curves = new ArrayList<>();
        stages.forEach(
                (stage, losses) -> curves.add(new Curves.Curve(stages.size() > 1 ? "stage " + stage : "loss", losses)));
        return List.of(new Numbers(summary(stages)), new Curves("Loss", "evaluation", curves));
    }

    /**
     * The losses of the syntheses that are parts of a run.
     *
     * @param names the parts' names; one that has not begun has no curve
     */
    public static Curves losses(RunDirectory run, List<String> names) throws IOException {
        List<Curves.Curve> curves = new ArrayList<>();
        for (String name : names) {
            curves.add(new Curves.Curve(name, losses(run.part(name))));
        }
        return new Curves("Loss", "evaluation", curves);
    }

    /** The losses of a synthesis; none of what learns nothing, or has not begun. */
    public static List<LossPoint> losses(RunDirectory run) throws IOException {
        return stages(run.metrics()).values().stream().flatMap(List::stream).toList();
    }

    /** The losses by stage, from 1. */
    private static Map<Integer, List<LossPoint>> stages(Path metrics) throws IOException {
        Map<Integer, List<LossPoint>> stages = new TreeMap<>();
        if (!Files.exists(metrics)) {
            return stages;
        }
        MetricsTable table = MetricsCsv.read(metrics);
        double[] evaluations = table.column(EVALUATION);
        double[] losses = table.column(LOSS);
        double[] numbers = table.column(STAGE);
        for (int i = 0; i < losses.length; i++) {
            stages.computeIfAbsent((int) numbers[i], number -> new ArrayList<>())
                    .add(new LossPoint((long) evaluations[i], losses[i]));
        }
        return stages;
    }

    /** The losses of each stage by themselves: they may have different objectives. */
    private static List<Entry> summary(Map<Integer, List<LossPoint>> stages) {
        List<Entry> rows = new ArrayList<>();
        int evaluations = stages.values().stream().mapToInt(List::size).sum();
        rows.add(new Entry("evaluations", Integer.toString(evaluations)));
        stages.forEach(
                (stage, losses) -> rows.addAll(summary(losses, stages.size() > 1 ? "stage " + stage + ", " : "")));
        return rows;
    }

    private static List<Entry> summary(List<LossPoint> losses, String place) {
        List<Entry> rows = new ArrayList<>();
        losses.stream()
                .mapToDouble(LossPoint::loss)
                .filter(Double::isFinite)
                .min()
                .ifPresent(best -> rows.add(new Entry(place + "lowest loss", NumberText.of(best))));
        if (Double.isFinite(losses.get(0).loss())) {
            rows.add(new Entry(place + "first loss", NumberText.of(losses.get(0).loss())));
        }
        return rows;
    }
}
