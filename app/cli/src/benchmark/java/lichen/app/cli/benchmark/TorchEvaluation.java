package lichen.app.cli.benchmark;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;

/** A problem in libtorch's memory. */
final class TorchEvaluation implements Contender.Evaluation {
    private final Engine engine;
    private final NDManager memory;
    private final Loss loss;
    private final TorchNetwork network;
    private final NDArray image;
    private final List<NDArray> target;
    private NDArray gradient;

    TorchEvaluation(Engine engine, NDManager memory, Problem problem) {
        this.engine = engine;
        this.memory = memory;
        this.loss = problem.loss();
        this.network = new TorchNetwork(memory);
        Shape shape = new Shape(1, problem.side(), problem.side(), 3);
        this.image = memory.create(problem.image(), shape).transpose(0, 3, 1, 2).duplicate();
        this.gradient = memory.zeros(image.getShape());
        try (NDManager scope = memory.newSubManager()) {
            NDArray pixels =
                    scope.create(problem.target(), shape).transpose(0, 3, 1, 2).duplicate();
            target = statistics(network.taps(pixels));
            target.forEach(statistic -> statistic.attach(memory));
        }
    }

    @Override
    public double run() {
        try (NDManager scope = memory.newSubManager();
                GradientCollector collector = engine.newGradientCollector()) {
            NDArray leaf = image.stopGradient(); // the same pixels; a new leaf, since gradients of one add up
            leaf.attach(scope);
            leaf.setRequiresGradient(true);
            NDArray value = distance(statistics(network.taps(leaf)));
            collector.backward(value);
            gradient.close();
            gradient = leaf.getGradient();
            gradient.attach(memory);
            return value.getFloat();
        }
    }

    private List<NDArray> statistics(List<NDArray> taps) {
        List<NDArray> statistics = new ArrayList<>();
        for (NDArray tap : taps) {
            long channels = tap.getShape().get(1);
            long pixels = tap.getShape().get(2) * tap.getShape().get(3);
            NDArray maps = tap.reshape(channels, pixels);
            statistics.add(
                    switch (loss) {
                        case GAP -> maps.mean(new int[] {1}); // [C]
                        case GRAM -> maps.matMul(maps.transpose()).div(pixels); // [C,C]
                    });
        }
        return statistics;
    }

    private NDArray distance(List<NDArray> statistics) {
        NDList squares = new NDList();
        for (int layer = 0; layer < statistics.size(); layer++) {
            squares.add(statistics.get(layer).sub(target.get(layer)).square().sum());
        }
        NDArray sum = NDArrays.stack(squares).sum();
        return loss == Loss.GAP ? sum.sqrt() : sum;
    }

    @Override
    public float[] gradient() {
        try (NDArray interleaved = gradient.transpose(0, 2, 3, 1)) {
            return interleaved.toFloatArray();
        }
    }

    @Override
    public void close() {
        memory.close();
    }
}
