package lichen.app.experiment;

import java.io.IOException;
import java.util.List;
import lichen.app.experiment.report.Section;
import lichen.io.run.InputFile;
import lichen.io.run.RunDirectory;

/** An experiment with everything opened, ready to run. */
public interface Task extends AutoCloseable {
    /**
     * The files that it reads besides those that the config names one by one, as far as they are there by now: a resumed run must find
     * them unchanged, unless its experiment {@link Experiment#canChange can change}.
     *
     * @throws IOException if one cannot be read
     */
    default List<InputFile> inputs() throws IOException {
        return List.of();
    }

    /**
     * Runs, or goes on where the run's checkpoint ends: up to the result. What is left then, and can fail, is the
     * {@link Verdict#rest rest} of the verdict; the checkpoint stays until that is done too.
     *
     * @return whether it came to its end, or was interrupted with its state saved
     * @throws IOException if something cannot be written
     * @throws lichen.core.optimizer.DivergenceException if the numbers ran away
     */
    Verdict run(Session session) throws IOException;

    /**
     * What there is to show of the run so far, in the order to show it; also of one that was interrupted or failed.
     *
     * @throws IOException if a file of the run cannot be read
     */
    List<Section> report(RunDirectory run) throws IOException;

    @Override
    void close();
}
