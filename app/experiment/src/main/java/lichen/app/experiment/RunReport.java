package lichen.app.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lichen.app.experiment.report.Entry;
import lichen.app.experiment.report.ReportContent;
import lichen.app.experiment.report.Section;
import lichen.io.run.Manifest;
import lichen.io.run.RunDirectory;

/** Puts together what a run's task has to show and what the run was made with. */
public final class RunReport {
    private RunReport() {}

    /**
     * What there is to report of a run, whether it has ended or not.
     *
     * @param sections what its task has to show
     * @param command what to type to make the run again
     */
    public static ReportContent of(RunDirectory run, Manifest manifest, List<Section> sections, String command)
            throws IOException {
        ReportContent.Details details = new ReportContent.Details(environment(manifest), run.config(), command);
        return new ReportContent(run.name(), manifest.outcome(), sections, details);
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
