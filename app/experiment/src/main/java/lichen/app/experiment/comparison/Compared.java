package lichen.app.experiment.comparison;

import java.io.IOException;
import lichen.app.experiment.Task;
import lichen.io.run.RunDirectory;

/** A task that leaves the results of a comparison. */
interface Compared extends Task {
    /** What has come out so far. */
    Results results(RunDirectory run) throws IOException;
}
