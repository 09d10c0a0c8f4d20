package lichen.app.experiment;

import java.io.IOException;
import java.util.Optional;
import lichen.io.run.RunDirectory;

/** An experiment of many parts that can say beforehand what a run would do. */
public interface Foreseen extends Experiment {
    /**
     * What a run would do. Each method is timed by a few evaluations; nothing is made.
     *
     * @param surroundings what the run would run in
     * @param run the run that it would go on with, if there is one
     * @throws IOException if a file cannot be read
     */
    Forecast forecast(Workbench workbench, Surroundings surroundings, Optional<RunDirectory> run) throws IOException;
}
