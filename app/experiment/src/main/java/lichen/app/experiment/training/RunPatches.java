package lichen.app.experiment.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lichen.app.experiment.Session;
import lichen.app.experiment.report.Entry;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.report.Table;
import lichen.io.data.DataSet;
import lichen.io.data.Patch;
import lichen.io.data.PatchPlan;
import lichen.io.data.RejectedPatch;
import lichen.io.run.RunDirectory;

/** The data set of a run: patches in its folder, cut once. */
final class RunPatches {
    private static final String FOLDER = "patches";

    private RunPatches() {}

    /** Cuts the patches, unless that was done before the run was resumed. */
    static DataSet cut(PatchPlan plan, Session session) throws IOException {
        plan.notices().forEach(session.progress()::message);
        Path folder = folder(session.run());
        DataSet set = plan.cut(
                folder,
                session.images(),
                (done, total, photograph) -> session.progress()
                        .message("cut photograph " + done + " of " + total + ": " + photograph.name()));
        set.noticesSince(plan).forEach(session.progress()::message);
        session.progress()
                .message(set.training().size() + " patches to train on, "
                        + set.validation().size() + " to validate with, "
                        + set.rejected().size() + " left out");
        return set;
    }

    /** Its numbers. */
    static List<Entry> numbers(DataSet set) {
        return List.of(
                new Entry("photographs", Integer.toString(set.photographs().size())),
                new Entry("patches to train on", Integer.toString(set.training().size())),
                new Entry(
                        "patches to validate with",
                        Integer.toString(set.validation().size())),
                new Entry("patches left out", Integer.toString(set.rejected().size())));
    }

    /** What came out of each photograph. */
    static Section table(DataSet set) {
        Map<String, Integer> kept = new TreeMap<>();
        set.patches().stream().map(Patch::source).forEach(source -> kept.merge(source, 1, Integer::sum));
        Map<String, Integer> rejected = new TreeMap<>();
        set.rejected().stream().map(RejectedPatch::source).forEach(source -> rejected.merge(source, 1, Integer::sum));
        List<List<String>> rows = new ArrayList<>();
        set.photographs()
                .forEach(photograph -> rows.add(List.of(
                        photograph.name(),
                        photograph.extents().toString(),
                        photograph.side() + " pixels",
                        kept.getOrDefault(photograph.name(), 0).toString(),
                        rejected.getOrDefault(photograph.name(), 0).toString(),
                        photograph.subset().name().toLowerCase(Locale.ROOT))));
        return new Table(
                "Photographs", List.of("photograph", "extents", "side of a patch", "patches", "left out", "for"), rows);
    }

    private static Path folder(RunDirectory run) {
        return run.folder().resolve(FOLDER);
    }
}
