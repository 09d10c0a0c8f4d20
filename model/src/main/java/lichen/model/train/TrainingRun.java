package lichen.model.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lichen.core.optimizer.Objective;
import org.jspecify.annotations.Nullable;

/** The loss of a {@link Learner} with its epochs: opens them, judges them, and keeps the best network. */
final class TrainingRun implements Objective, AutoCloseable {
    private static final String POSITION = "position";
    private static final String BEST = "best/";
    private static final String POINT = "point";

    private final Learner learner;
    private final TrainingImages images;
    private final Optional<Validation> validation;
    private final TrainingStop stop;
    private final int steps;
    private Position position = new Position();
    private Map<String, double[]> best = Map.of();
    private Optional<Batches> open = Optional.empty();
    private Optional<EpochEnd> ended = Optional.empty();
    private double loss;

    /** A run of so many steps, whose last one ends an epoch in any case. */
    TrainingRun(Learner learner, TrainingImages images, Optional<Validation> validation, TrainingStop stop, int steps) {
        this.learner = learner;
        this.images = images;
        this.validation = validation;
        this.stop = stop;
        this.steps = steps;
    }

    @Override
    public double at(double[] point, double[] gradient) {
        try {
            if (open.isEmpty()) {
                open = Optional.of(images.training().open(position.epoch, position.batch));
            }
            open.orElseThrow().next(learner.batch());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        loss = learner.loss().at(point, gradient);
        return loss;
    }

    @Override
    public boolean isStochastic() {
        return true;
    }

    @Override
    public void enter(double[] point, Map<String, double[]> memory) {
        Map<String, double[]> rest = new LinkedHashMap<>(memory);
        best = new LinkedHashMap<>();
        memory.forEach((name, array) -> {
            if (name.startsWith(BEST)) {
                best.put(name.substring(BEST.length()), array);
                rest.remove(name);
            }
        });
        rest.remove(POSITION);
        position = position(memory);
        learner.loss().enter(point, rest);
    }

    @Override
    public void settle(double[] point) {
        learner.loss().settle(point);
        position.batch++;
        position.lossSum += loss;
        if (position.batch == images.batches() || learner.loss().draws() == steps) {
            close();
            judge(point);
        }
    }

    @Override
    public Map<String, double[]> memory() {
        Map<String, double[]> memory = new LinkedHashMap<>(learner.loss().memory());
        memory.put(POSITION, position.numbers());
        best.forEach((name, array) -> memory.put(BEST + name, array));
        return memory;
    }

    private void judge(double[] point) {
        OptionalDouble judged = validationLoss();
        double trainingLoss = position.lossSum / position.batch;
        position.epoch++;
        position.batch = 0;
        position.lossSum = 0;
        boolean better = judged.isEmpty() || isBetter(judged.getAsDouble());
        if (judged.isPresent() && better) {
            position.bestLoss = judged.getAsDouble();
            position.bestEpoch = position.epoch;
            position.staleEpochs = 0;
            best = new LinkedHashMap<>(learner.loss().memory());
            best.put(POINT, point.clone());
        } else if (judged.isPresent()) {
            position.staleEpochs++;
        }
        ended = Optional.of(new EpochEnd(position.epoch, learner.loss().draws(), trainingLoss, judged, better));
    }

    private OptionalDouble validationLoss() {
        try {
            return validation.isPresent()
                    ? OptionalDouble.of(validation.orElseThrow().loss())
                    : OptionalDouble.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isBetter(double judged) {
        return position.bestEpoch == 0 || judged < position.bestLoss * (1 - stop.minimumImprovement());
    }

    /** The epoch that the last step ended, once. */
    Optional<EpochEnd> takeEnded() {
        Optional<EpochEnd> taken = ended;
        ended = Optional.empty();
        return taken;
    }

    /** Gives the network the numbers that it had after its best epoch, where it is to end with those, else what it came to. */
    void end(double[] point) {
        if (stop.patience() == 0 || best.isEmpty()) {
            learner.loss().stand(point);
        } else {
            Map<String, double[]> memory = new LinkedHashMap<>(best);
            double[] bestPoint = memory.getOrDefault(POINT, new double[0]);
            memory.remove(POINT);
            learner.loss().enter(bestPoint, memory);
        }
    }

    /** Where a training is that remembers this. */
    static Position position(Map<String, double[]> memory) {
        double @Nullable [] numbers = memory.get(POSITION);
        return numbers == null ? new Position() : Position.of(numbers);
    }

    Position position() {
        return position;
    }

    @Override
    public void close() {
        open.ifPresent(Batches::close);
        open = Optional.empty();
    }
}
