package lichen.app.cli.benchmark;

import lichen.core.optimizer.Adam;
import lichen.core.optimizer.Descent;
import lichen.core.optimizer.DescentState;
import lichen.core.tensor.TensorScope;
import lichen.model.train.WeightLoss;

/** Steps of Lichen's Adam as an experiment makes them. */
final class LichenSteps implements Racer {
    private final WeightLoss loss;
    private final Descent adam;
    private final TensorScope scope;

    /**
     * Steps that begin at a point.
     *
     * @param scope closed in the end
     */
    LichenSteps(WeightLoss loss, double[] start, double learningRate, TensorScope scope) {
        this.loss = loss;
        this.adam = Adam.withLearningRate(learningRate).stochastic(DescentState.at(start));
        this.scope = scope;
    }

    @Override
    public double run() {
        double[] value = new double[1];
        adam.step((point, gradient) -> {
            value[0] = loss.at(point, gradient);
            return value[0];
        });
        loss.settle(adam.state().array(DescentState.POINT));
        return value[0];
    }

    @Override
    public void close() {
        scope.close();
    }
}
