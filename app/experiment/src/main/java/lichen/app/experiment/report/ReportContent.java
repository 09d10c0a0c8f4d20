package lichen.app.experiment.report;

import java.util.List;
import lichen.io.run.Manifest;

/**
 * What a report shows.
 *
 * @param title the run's name
 * @param outcome how the run stands; a run that is not done is announced at the top
 * @param sections what the run has to show, in order
 * @param details what it was made with
 */
public record ReportContent(String title, Manifest.Outcome outcome, List<Section> sections, Details details) {
    /** Copies the list. */
    public ReportContent {
        sections = List.copyOf(sections);
    }

    /**
     * What a run was made with; the same for all kinds of runs.
     *
     * @param environment the machine and the software
     * @param config the resolved experiment as JSON, as it is to be shown
     * @param command what to type to make the run again
     */
    public record Details(List<Entry> environment, String config, String command) {
        /** Copies the list. */
        public Details {
            environment = List.copyOf(environment);
        }
    }
}
