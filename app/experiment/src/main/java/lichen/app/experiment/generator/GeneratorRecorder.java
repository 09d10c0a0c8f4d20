package lichen.app.experiment.generator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lichen.app.experiment.Output;
import lichen.app.experiment.Session;
import lichen.app.experiment.Standing;
import lichen.app.experiment.StateSaver;
import lichen.app.experiment.Writing;
import lichen.core.loop.LoopState;
import lichen.core.loop.Progress;
import lichen.core.loop.Step;
import lichen.core.loop.StepListener;
import lichen.io.run.MetricsCsv;

/** Writes down the training of a generator while it runs: numbers, previews, states to go on from. */
public final class GeneratorRecorder implements StepListener, AutoCloseable {
    private final Output output;
    private final int most;
    private final Session session;
    private final Numbers numbers;
    private final MetricsCsv steps;
    private final StateSaver saver;
    private Look look = step -> {};
    private Optional<LoopState> last = Optional.empty();

    /**
     * The numbers of a training.
     *
     * @param columns the columns of its table, that of evaluations first
     * @param row the numbers of a step after that of evaluations
     * @param others tables that others write, which belong to a state as well
     */
    public record Numbers(List<String> columns, Function<Step, double[]> row, List<MetricsCsv> others) {
        /** Copies the lists. */
        public Numbers {
            columns = List.copyOf(columns);
            others = List.copyOf(others);
        }
    }

    /** Looks at the generator as it is after a step. */
    @FunctionalInterface
    public interface Look {
        /** Writes what it sees. */
        void at(int step) throws IOException;
    }

    /**
     * Opens the table.
     *
     * @param most how many evaluations there will be
     * @param evaluations where the training goes on: what was written later is dropped
     */
    public GeneratorRecorder(Session session, Output output, int most, Numbers numbers, long evaluations)
            throws IOException {
        this.session = session;
        this.output = output;
        this.most = most;
        this.numbers = numbers;
        this.steps = MetricsCsv.resume(session.run().metrics(), numbers.columns, evaluations);
        List<MetricsCsv> tables = new ArrayList<>(List.of(steps));
        tables.addAll(numbers.others);
        this.saver = new StateSaver(session, output.checkpointSeconds(), tables);
    }

    /** Looks at the generator as well, as often as the output wants previews. */
    public GeneratorRecorder showing(Look previews) {
        look = previews;
        return this;
    }

    @Override
    public void evaluated(Step step) {
        Writing.now(() -> steps.append(step.evaluation(), numbers.row.apply(step)));
        session.progress().update(step.evaluation(), most, "steps", step.loss());
    }

    @Override
    public void iterated(Progress progress) {
        int every = output.previewEvery();
        if (every > 0 && progress.evaluations() % every == 0) {
            Writing.now(() -> look.at(progress.evaluations()));
        }
        saver.saveIfDue(() -> Standing.first(progress.state()));
    }

    @Override
    public void ended(Progress progress) {
        last = Optional.of(progress.state());
    }

    @Override
    public void noticed(String message) {
        session.progress().message(message);
    }

    /** Saves the state in which the training ended. */
    public void saveState() throws IOException {
        saver.save(Standing.first(last.orElseThrow()));
    }

    @Override
    public void close() throws IOException {
        steps.close();
    }
}
