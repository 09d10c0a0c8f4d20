package lichen.app.experiment.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import lichen.app.experiment.Session;
import lichen.app.experiment.training.WeightsManifest;
import lichen.core.plugin.FileReference;
import lichen.io.image.Depth;
import lichen.io.run.MetricsCsv;
import lichen.io.run.MetricsTable;
import lichen.io.run.RunDirectory;
import lichen.model.weights.WeightsFile;

/**
 * Looks at a generator while it learns. Once its images have been unlike each other, those that are alike so many times in a row mean that
 * it has collapsed, from which a training seldom comes back: it ends, and the weights of the last preview that was good are kept.
 */
final class Previews implements AutoCloseable {
    /** What the weights tell of how many steps they learned. */
    static final String STEPS = "steps";

    private static final List<String> COLUMNS = List.of("evaluation", Subject.View.LIKENESS);

    private final Session session;
    private final Supplier<Subject.View> look;
    private final int patience;
    private final Keeper keeper;
    private final MetricsCsv table;
    private Runnable atCollapse = () -> {};
    private long good;
    private long last;
    private double likeness = Double.NaN;
    private int alike;

    /** Keeps the weights of a generator. */
    @FunctionalInterface
    interface Keeper {
        void keep(int step, Subject.View view) throws IOException;
    }

    /**
     * Goes on with the previews of a run: what was kept of it counts.
     *
     * @param look makes the images
     * @param patience alike previews in a row
     * @param evaluations where the training goes on: what was written later is dropped
     */
    Previews(Session session, Supplier<Subject.View> look, int patience, Keeper keeper, long evaluations)
            throws IOException {
        this.session = session;
        this.look = look;
        this.patience = patience;
        this.keeper = keeper;
        Path file = session.run().folder().resolve("previews.csv");
        this.table = MetricsCsv.resume(file, COLUMNS, evaluations);
        table.flush();
        long kept = kept(session.run());
        if (kept > 0) {
            good = kept > evaluations ? 0 : kept;
            MetricsTable seen = MetricsCsv.read(file);
            for (int i = 0; i < seen.rows().size(); i++) {
                count((long) seen.column(COLUMNS.get(0))[i], seen.column(COLUMNS.get(1))[i]);
            }
        }
    }

    /** The steps of the weights that were kept, 0 where none were: then there is nothing to go back to. */
    private static long kept(RunDirectory run) throws IOException {
        Path file = WeightsManifest.file(run);
        return Files.exists(file)
                ? Long.parseLong(
                        WeightsFile.read(FileReference.to(file)).metadata().getOrDefault(STEPS, "0"))
                : 0;
    }

    /** The table that belongs to a state. */
    MetricsCsv table() {
        return table;
    }

    /** Tells what to do once the generator has collapsed. */
    void atCollapse(Runnable what) {
        atCollapse = what;
    }

    /** Looks at the generator after a step. */
    void show(int step) throws IOException {
        Subject.View view = look.get();
        String name = String.format(Locale.ROOT, "preview-%05d", step);
        session.images().writePng(view.sheet(), session.run().image(name), Depth.EIGHT_BITS);
        count(step, view.likeness());
        if (good == step) {
            keeper.keep(step, view);
        }
        table.append(step, view.likeness());
        if (haveCollapsed()) {
            atCollapse.run();
        }
    }

    /** An untrained generator's images are alike too: that is no collapse. */
    private void count(long step, double of) {
        last = step;
        likeness = of;
        if (of <= Subject.View.ALIKE) {
            good = step;
            alike = 0;
        } else if (good > 0) {
            alike++;
        }
    }

    /** Whether images that were different have become alike, and stay so. */
    boolean haveCollapsed() {
        return alike >= patience;
    }

    /** What is to be said of a generator that has collapsed. */
    String collapse() {
        return String.format(
                Locale.ROOT,
                "the generator has collapsed by step %d: it makes alike images of all noise (likeness %.2f). weights.npz is"
                        + " that of step %d, before.",
                last,
                likeness,
                good);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
