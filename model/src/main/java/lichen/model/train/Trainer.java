package lichen.model.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.loop.Ending;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.loop.Progress;
import lichen.core.loop.Step;
import lichen.core.loop.StopRule;
import lichen.core.random.RandomStreams;

/**
 * Trains a network to reconstruct images, until a rule ends it: a {@link Loop} over the network's numbers.
 *
 * <p>A training that was stopped and goes on from its last {@link LoopState}, on the same machine and as many threads,
 * ends with the same bytes as one that was not. It knows no files: whoever listens saves what it needs.
 */
public final class Trainer {
    private final Reconstruction program;
    private final Training settings;
    private final RandomStreams streams;
    private final TrainingListener listener;
    private volatile boolean stopRequested;
    private volatile Optional<Loop> running = Optional.empty();

    /**
     * A training of the program's network.
     *
     * @param streams the random numbers of the experiment, of which the noise is drawn
     */
    public Trainer(Reconstruction program, Training settings, RandomStreams streams, TrainingListener listener) {
        this.program = program;
        this.settings = settings;
        this.streams = streams;
        this.listener = listener;
    }

    /** Asks the training to end after the step that is under way; from any thread. */
    public void requestStop() {
        stopRequested = true;
        running.ifPresent(Loop::requestStop);
    }

    /** The state of a training that has not begun. */
    public LoopState start() {
        return LoopState.at(program.parameters().point());
    }

    /** How many epochs were complete in a state. */
    public static int epochs(LoopState state) {
        return TrainingRun.position(state.memory()).epoch;
    }

    /**
     * Trains from a state.
     *
     * @param state {@link #start}, or where such a training was before
     * @return what it came to. Where patience is set, the network then has the numbers of its best epoch, unless the training
     *     was stopped; else those of the last step
     * @throws IOException if an image cannot be read
     * @throws lichen.core.optimizer.DivergenceException if the loss or the gradient is not finite, or exploded; the network is
     *     then as it was after the last good step, and the listener was told
     * @throws lichen.core.check.InvalidValueException if the state is not of such a network
     */
    public TrainingOutcome run(TrainingImages images, LoopState state) throws IOException {
        Require.that(
                images.batches() > 0,
                "batch",
                "must not be larger than the number of training images, but is " + program.images());
        Require.that(
                settings.stop().patience() == 0 || images.validation().isPresent(),
                "patience",
                "needs validation images, but there are none");
        Learner learner = new Learner(program, settings.noise(), streams);
        Optional<Validation> validation =
                images.validation().map(source -> new Validation(program, source, settings.noise(), streams));
        StopRule rule = settings.stop().rule(images.batches());
        try (TrainingRun run = new TrainingRun(learner, images, validation, settings.stop(), rule.evaluations())) {
            return follow(run, rule, state);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
        }
    }

    private TrainingOutcome follow(TrainingRun run, StopRule rule, LoopState state) {
        Loop loop = new Loop(rule, new Watch(run));
        running = Optional.of(loop);
        if (stopRequested) {
            loop.requestStop();
        }
        if (TrainingRun.position(state.memory()).isStale(settings.stop())) {
            loop.end(Ending.PATIENCE);
        }
        Minimum minimum = loop.run(settings.optimizer(), run, state);
        if (minimum.ending() != Ending.STOPPED) {
            run.end(minimum.point());
        }
        Position position = run.position();
        return new TrainingOutcome(
                minimum.ending(), minimum.evaluations(), position.epoch, position.bestLoss, position.bestEpoch);
    }

    /** Tells of epochs, and ends the loop when they get no better. */
    private final class Watch implements TrainingListener {
        private final TrainingRun run;

        Watch(TrainingRun run) {
            this.run = run;
        }

        @Override
        public void evaluated(Step step) {
            listener.evaluated(step);
        }

        @Override
        public void iterated(Progress progress) {
            run.takeEnded().ifPresent(listener::epochEnded);
            if (run.position().isStale(settings.stop())) {
                running.ifPresent(loop -> loop.end(Ending.PATIENCE));
            }
            listener.iterated(progress);
        }

        @Override
        public void ended(Progress progress) {
            listener.ended(progress);
        }

        @Override
        public void noticed(String message) {
            listener.noticed(message);
        }
    }
}
