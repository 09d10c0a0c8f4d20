package lichen.app.experiment;

import java.io.IOException;

/** An experiment with everything opened, ready to run. */
public interface Task extends AutoCloseable {
    /**
     * Runs, or goes on where the run's checkpoint ends.
     *
     * @return whether it came to its end, or was interrupted with its state saved
     * @throws IOException if something cannot be written
     * @throws lichen.synthesis.optimizer.DivergenceException if the numbers ran away
     */
    Verdict run(Session session) throws IOException;

    @Override
    void close();
}
