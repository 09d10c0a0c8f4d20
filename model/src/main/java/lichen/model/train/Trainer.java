package lichen.model.train;

import java.io.IOException;
import lichen.core.check.Require;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;

/**
 * Trains a network to reconstruct images, until a rule ends it.
 *
 * <p>A training that was stopped and goes on from its last {@link TrainingState}, on the same machine and as many threads,
 * ends with the same bytes as one that was not. It knows no files: whoever listens saves what it needs.
 */
public final class Trainer {
    private final Reconstruction program;
    private final Training settings;
    private final RandomStreams streams;
    private final TrainingListener listener;
    private final TensorScope scope;
    private volatile boolean stopRequested;

    /**
     * A training of the program's network.
     *
     * @param streams the random numbers of the experiment, of which the noise is drawn
     * @param scope owner of the optimiser's memory
     */
    public Trainer(
            Reconstruction program,
            Training settings,
            RandomStreams streams,
            TrainingListener listener,
            TensorScope scope) {
        this.program = program;
        this.settings = settings;
        this.streams = streams;
        this.listener = listener;
        this.scope = scope;
    }

    /** Asks the training to end after the step that is under way; from any thread. */
    public void requestStop() {
        stopRequested = true;
    }

    /**
     * Trains from the beginning.
     *
     * @return what it came to. Where patience is set, the network then has the numbers of its best epoch, unless the training
     *     was stopped; else those of the last step
     * @throws IOException if an image cannot be read
     * @throws TrainingDivergedException if the loss or the gradient is not finite, or exploded; the network is then as it was
     *     after the last good step, and the listener was told
     */
    public TrainingOutcome run(TrainingImages images) throws IOException {
        return open(images).follow();
    }

    /**
     * As {@link #run}, going on from a state.
     *
     * @throws lichen.core.check.InvalidValueException if the state is not of such a network
     */
    public TrainingOutcome resume(TrainingImages images, TrainingState state) throws IOException {
        TrainingRun run = open(images);
        run.restore(state);
        return run.follow();
    }

    private TrainingRun open(TrainingImages images) {
        Require.that(
                settings.stop().patience() == 0 || images.validation().isPresent(),
                "patience",
                "needs validation images, but there are none");
        Learner learner = new Learner(program, settings, streams, scope);
        return new TrainingRun(learner, images, listener, settings.stop(), () -> stopRequested);
    }
}
