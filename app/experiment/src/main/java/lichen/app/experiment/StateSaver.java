package lichen.app.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lichen.core.npy.Npz;
import lichen.io.run.MetricsCsv;
import lichen.io.run.RunDirectory;

/** Saves where a loop stands, now and then and when it is interrupted, together with the tables that tell of it. */
public final class StateSaver {
    private final Session session;
    private final SaveTimer timer;
    private final List<MetricsCsv> tables;
    private boolean complained;

    /**
     * A saver for a run that begins now.
     *
     * @param seconds between two states on the way; 0 for none
     * @param tables what has to be on the disk with a state
     */
    public StateSaver(Session session, double seconds, List<MetricsCsv> tables) {
        this.session = session;
        this.timer = new SaveTimer(seconds);
        this.tables = List.copyOf(tables);
    }

    /** Where a run stood when it was saved last, if it was. */
    public static Optional<Standing> load(RunDirectory run) throws IOException {
        Optional<Npz> saved = run.checkpoint().load();
        return saved.map(SavedState::read);
    }

    /** Saves a state on the way, if it is time. One that cannot be saved is no reason to give up. */
    public void saveIfDue(Supplier<Standing> standing) {
        if (!session.resumable() || !timer.isDue()) {
            return;
        }
        try {
            save(standing.get());
        } catch (IOException e) {
            if (!complained) {
                session.progress().message("the state is not saved: " + e.getMessage());
                complained = true;
            }
        }
        timer.restart();
    }

    /** Saves a state, if the run can be resumed. */
    public void save(Standing standing) throws IOException {
        if (session.resumable()) {
            for (MetricsCsv table : tables) {
                table.flush();
            }
            session.run().checkpoint().save(SavedState.file(standing));
        }
    }
}
