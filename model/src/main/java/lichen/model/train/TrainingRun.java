package lichen.model.train;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import lichen.core.check.Require;
import lichen.core.npy.NdArray;

/** A training under way: epochs, validation, the best network so far, and when to end. */
final class TrainingRun implements TrainingProgress {
    private final Learner learner;
    private final BatchSource training;
    private final Optional<Validation> validation;
    private final TrainingListener listener;
    private final TrainingStop stop;
    private final BooleanSupplier stopRequested;
    private Position position = new Position();
    private Map<String, NdArray<?>> best = Map.of();

    TrainingRun(
            Learner learner,
            TrainingImages images,
            TrainingListener listener,
            TrainingStop stop,
            BooleanSupplier stopRequested) {
        this.learner = learner;
        this.training = images.training();
        this.validation = images.validation().map(learner::validation);
        this.listener = listener;
        this.stop = stop;
        this.stopRequested = stopRequested;
    }

    void restore(TrainingState state) {
        position = state.position();
        best = state.best();
        learner.restore(state.arrays());
    }

    TrainingOutcome follow() throws IOException {
        try {
            TrainingEnding ending = epochs();
            listener.ended(this);
            if (ending != TrainingEnding.STOPPED && stop.patience() > 0 && !best.isEmpty()) {
                learner.parameters().restore(best);
            }
            return new TrainingOutcome(ending, position.step, position.epoch, position.bestLoss, position.bestEpoch);
        } catch (TrainingDivergedException divergence) {
            listener.ended(this);
            throw divergence;
        }
    }

    private TrainingEnding epochs() throws IOException {
        while (true) {
            Optional<TrainingEnding> ending = ending();
            if (ending.isPresent()) {
                return ending.orElseThrow();
            }
            if (!epoch()) {
                return TrainingEnding.STOPPED;
            }
        }
    }

    private Optional<TrainingEnding> ending() {
        if (stop.patience() > 0 && position.staleEpochs >= stop.patience()) {
            return Optional.of(TrainingEnding.PATIENCE);
        }
        if (position.epoch >= stop.epochs()) {
            return Optional.of(TrainingEnding.EPOCHS);
        }
        // Where the last step lies within an epoch, that epoch is still to be judged.
        return stepsAreMade() && position.batch == 0 ? Optional.of(TrainingEnding.STEPS) : Optional.empty();
    }

    private boolean stepsAreMade() {
        return stop.steps() > 0 && position.step >= stop.steps();
    }

    /** Goes to the end of the epoch; whether it got there. */
    private boolean epoch() throws IOException {
        try (Batches batches = training.open(position.epoch, position.batch)) {
            while (!stepsAreMade()) {
                if (stopRequested.getAsBoolean()) {
                    return false;
                }
                if (batches.next(learner.batch()) < learner.images()) {
                    break;
                }
                TrainingStep step = learner.learn(position.step, position.epoch);
                position.step++;
                position.batch++;
                position.lossSum += step.loss();
                listener.stepped(step, this);
            }
        }
        Require.that(
                position.batch > 0,
                "batch",
                "must not be larger than the number of training images, but is " + learner.images());
        judge();
        return true;
    }

    private void judge() throws IOException {
        OptionalDouble loss = validation.isPresent()
                ? OptionalDouble.of(validation.orElseThrow().loss())
                : OptionalDouble.empty();
        double trainingLoss = position.lossSum / position.batch;
        position.epoch++;
        position.batch = 0;
        position.lossSum = 0;
        boolean better = loss.isEmpty() || isBetter(loss.getAsDouble());
        if (loss.isPresent() && better) {
            position.bestLoss = loss.getAsDouble();
            position.bestEpoch = position.epoch;
            position.staleEpochs = 0;
            best = learner.parameters().arrays();
        } else if (loss.isPresent()) {
            position.staleEpochs++;
        }
        listener.epochEnded(new EpochEnd(position.epoch, position.step, trainingLoss, loss, better), this);
    }

    private boolean isBetter(double loss) {
        return position.bestEpoch == 0 || loss < position.bestLoss * (1 - stop.minimumImprovement());
    }

    @Override
    public long steps() {
        return position.step;
    }

    @Override
    public double bestLoss() {
        return position.bestLoss;
    }

    @Override
    public TrainingState state() {
        return TrainingState.of(learner.copy(), best, position);
    }
}
