package lichen.model.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import lichen.core.check.Require;
import lichen.core.optimizer.Objective;
import lichen.core.tensor.HostMemory;
import lichen.model.program.Parameters;
import lichen.model.program.Program;
import org.jspecify.annotations.Nullable;

/**
 * A loss of a network's numbers as an objective: its point is all that is learned, one after the other. Each evaluation is of
 * another draw: a batch, noise. The parameters stand where the optimiser stands, so that other programs which read them, such as an opponent's,
 * see its last move.
 */
public final class WeightLoss implements Objective {
    private static final String DRAWS = "draws";

    private final Parameters parameters;
    private final Program program;
    private final LongToDoubleFunction loss;
    private long draws;

    /**
     * An objective over these parameters.
     *
     * @param program computes with them; its running statistics follow each batch
     * @param loss runs it and its pullback: gives the loss of a draw by its number, from 0, and leaves the gradient in the
     *     parameters
     */
    public WeightLoss(Parameters parameters, Program program, LongToDoubleFunction loss) {
        this.parameters = parameters;
        this.program = program;
        this.loss = loss;
    }

    @Override
    public double at(double[] point, double[] gradient) {
        parameters.set(point);
        double value = loss.applyAsDouble(draws);
        HostMemory.read(parameters.gradients(), gradient);
        return value;
    }

    @Override
    public boolean isStochastic() {
        return true;
    }

    @Override
    public void enter(double[] point, Map<String, double[]> memory) {
        Require.that(
                point.length == parameters.values().length(),
                "point",
                "must hold " + parameters.values().length() + " numbers, but holds " + point.length
                        + ": the state is of another network");
        Map<String, double[]> statistics = new LinkedHashMap<>(memory);
        double @Nullable [] drawn = statistics.remove(DRAWS);
        draws = drawn == null ? 0 : (long) drawn[0];
        parameters.set(point);
        parameters.follow(statistics);
    }

    @Override
    public void settle(double[] point) {
        parameters.set(point);
        program.track();
        draws++;
    }

    /** Gives the network other numbers, which it keeps until the next evaluation. */
    public void stand(double[] point) {
        parameters.set(point);
    }

    @Override
    public Map<String, double[]> memory() {
        Map<String, double[]> memory = new LinkedHashMap<>(parameters.statistics());
        memory.put(DRAWS, new double[] {draws});
        return memory;
    }

    /** How many draws are done. */
    public long draws() {
        return draws;
    }
}
