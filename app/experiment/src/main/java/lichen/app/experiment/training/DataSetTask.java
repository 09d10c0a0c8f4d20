package lichen.app.experiment.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.report.Numbers;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.report.Table;
import lichen.io.data.DataSet;
import lichen.io.data.PatchPlan;
import lichen.io.data.PatchSheet;
import lichen.io.image.Depth;
import lichen.io.run.InputFile;
import lichen.io.run.RunDirectory;

/** Cuts a data set and draws its contact sheet. */
final class DataSetTask implements Task {
    private static final String SHEET = "contact-sheet";

    private final PatchPlan plan;
    private final PatchSheet sheet;
    private Optional<DataSet> set = Optional.empty();

    DataSetTask(PatchPlan plan, PatchSheet sheet) {
        this.plan = plan;
        this.sheet = sheet;
    }

    @Override
    public List<InputFile> inputs() {
        return plan.inputs();
    }

    @Override
    public Verdict run(Session session) throws IOException {
        DataSet cut = RunPatches.cut(plan, session);
        set = Optional.of(cut);
        session.images().writePng(sheet.of(cut), session.run().image(SHEET), Depth.EIGHT_BITS);
        return Verdict.done(
                cut.patches().size() + " patches from " + cut.photographs().size() + " photographs",
                session.run().image(SHEET));
    }

    @Override
    public List<Section> report(RunDirectory run) {
        List<Section> sections = new ArrayList<>();
        sections.add(Pictures.of(new ReportPicture("contact sheet", run.image(SHEET))));
        set.ifPresent(cut -> {
            sections.add(new Numbers(RunPatches.numbers(cut)));
            sections.add(RunPatches.table(cut));
        });
        List<String> notices = set.map(DataSet::notices).orElse(plan.notices());
        if (!notices.isEmpty()) {
            List<List<String>> rows = notices.stream().map(List::of).toList();
            sections.add(new Table("Notices", List.of("what was passed over, and why"), rows));
        }
        return sections;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
