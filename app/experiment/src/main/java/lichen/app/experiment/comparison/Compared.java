package lichen.app.experiment.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.Task;
import lichen.app.experiment.report.Section;
import lichen.io.run.RunDirectory;

/** A task that leaves the results of a comparison. */
interface Compared extends Task {
    /** What has come out so far. */
    Results results(RunDirectory run) throws IOException;

    /** The report without the images. */
    List<Section> tables(RunDirectory run) throws IOException;

    @Override
    default List<Section> report(RunDirectory run) throws IOException {
        List<Section> sections = new ArrayList<>(List.of(new ImageSheets(results(run), run).byMethod()));
        sections.addAll(tables(run));
        return sections;
    }
}
