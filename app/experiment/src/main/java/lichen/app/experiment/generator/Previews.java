package lichen.app.experiment.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import lichen.app.experiment.Session;
import lichen.app.experiment.training.WeightsManifest;
import lichen.core.plugin.FileReference;
import lichen.io.image.Depth;
import lichen.model.generator.Generation;
import lichen.model.weights.WeightsFile;

/**
 * Looks at a generator while it learns. Once its images have been unlike each other, those that are alike mean that it has collapsed: the
 * training ends, and the weights of the last preview that was good are kept.
 */
final class Previews {
    /** What the weights tell of how many steps they learned. */
    static final String STEPS = "steps";

    private final Subject subject;
    private final Generation generation;
    private final Keeper keeper;
    private final Session session;
    private Runnable stop = () -> {};
    private int good = 0;
    private Optional<String> collapse = Optional.empty();

    /** Keeps the weights of a generator. */
    @FunctionalInterface
    interface Keeper {
        void keep(int step, Subject.View view) throws IOException;
    }

    /** Goes on with the previews of a run: what was kept of it counts. */
    Previews(Subject subject, Generation generation, Keeper keeper, Session session) throws IOException {
        this.subject = subject;
        this.generation = generation;
        this.keeper = keeper;
        this.session = session;
        Path kept = WeightsManifest.file(session.run());
        if (Files.exists(kept)) {
            good = Integer.parseInt(
                    WeightsFile.read(FileReference.to(kept)).metadata().getOrDefault(STEPS, "0"));
        }
    }

    /** Tells what to do once the generator has collapsed. */
    void atCollapse(Runnable what) {
        stop = what;
    }

    /** What is to be said of a generator that has collapsed. */
    Optional<String> collapse() {
        return collapse;
    }

    /** Shows the generator after a step. */
    void show(int step) throws IOException {
        Subject.View view = subject.view(generation);
        String name = String.format(Locale.ROOT, "preview-%05d", step);
        session.images().writePng(view.sheet(), session.run().image(name), Depth.EIGHT_BITS);
        if (!view.isCollapsed()) {
            keeper.keep(step, view);
            good = step;
        } else if (good > 0) {
            collapse = Optional.of(String.format(
                    Locale.ROOT,
                    "the generator has collapsed by step %d: it makes alike images of all noise (likeness %.2f). weights.npz is"
                            + " that of step %d, before. Give diversity more weight, or lower the learning rate.",
                    step,
                    view.likeness(),
                    good));
            stop.run();
        }
    }
}
