package lichen.app.cli.command;

import java.util.Iterator;
import lichen.app.experiment.bundled.BundledExperiments;

/** The names that a shell completes where a config is asked for: of the experiments that come along. */
final class ExperimentNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return BundledExperiments.names().iterator();
    }
}
