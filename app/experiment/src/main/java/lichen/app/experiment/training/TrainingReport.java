package lichen.app.experiment.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.report.Curves;
import lichen.app.experiment.report.Entry;
import lichen.app.experiment.report.LossPoint;
import lichen.app.experiment.report.Numbers;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.app.quality.NumberText;
import lichen.io.data.DataSet;
import lichen.io.run.RunDirectory;

/** What there is to report of a training: reconstructions before and after, its losses, and what it learned from. */
final class TrainingReport {
    static final String UNTRAINED = "untrained";
    static final String RESULT = "reconstructions";

    private TrainingReport() {}

    static List<Section> of(RunDirectory run, Optional<DataSet> set) throws IOException {
        EpochTable epochs = EpochTable.read(run);
        List<Section> sections = new ArrayList<>();
        sections.add(Pictures.of(
                new ReportPicture("patches above what the trained network makes of them", run.image(RESULT))));
        sections.add(new Numbers(numbers(epochs)));
        sections.add(curves(epochs));
        sections.add(new Pictures(
                "Before training",
                List.of(new ReportPicture(
                        "patches above what the untrained network makes of them", run.image(UNTRAINED)))));
        set.ifPresent(cut -> {
            sections.add(new Numbers(RunPatches.numbers(cut)));
            sections.add(RunPatches.table(cut));
        });
        return sections;
    }

    private static List<Entry> numbers(EpochTable epochs) {
        List<Entry> entries = new ArrayList<>();
        if (epochs.count() > 0) {
            entries.add(new Entry(
                    epochs.hasValidation() ? "validation loss" : "training loss",
                    NumberText.of(epochs.loss(epochs.count()))));
        }
        if (Double.isFinite(epochs.untrained())) {
            entries.add(new Entry("untrained", NumberText.of(epochs.untrained())));
        }
        entries.add(new Entry("epochs", Integer.toString(epochs.count())));
        return entries;
    }

    private static Curves curves(EpochTable epochs) {
        List<LossPoint> untrained = Double.isFinite(epochs.untrained()) && epochs.count() > 0
                ? List.of(new LossPoint(1, epochs.untrained()), new LossPoint(epochs.count(), epochs.untrained()))
                : List.of();
        return new Curves(
                "Loss: mean squared error",
                "epoch",
                List.of(
                        new Curves.Curve("training", EpochTable.points(epochs.training())),
                        new Curves.Curve(
                                "validation",
                                epochs.hasValidation() ? EpochTable.points(epochs.validation()) : List.of()),
                        new Curves.Curve("untrained network", untrained)));
    }
}
