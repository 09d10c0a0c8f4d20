package lichen.app.cli.benchmark;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;

/** A training of libtorch in eager mode: NCHW, batch normalisation by the batch's statistics, DJL's Adam. */
final class TorchTraining implements Racer {
    private static final Shape ONE = new Shape(1, 1);
    private static final float DECAY = 0.99f;

    private final Engine engine;
    private final NDManager memory;
    private final NDArray batch;
    private final List<Layer> layers = new ArrayList<>();
    private final List<NDArray> learned = new ArrayList<>();
    private final Optimizer adam = Adam.builder()
            .optLearningRateTracker(Tracker.fixed((float) TrainingContender.LEARNING_RATE))
            .build();

    /** A convolution, and the batch normalisation after it where there is one. */
    private record Layer(
            Fcn512.Convolution shape, NDArray kernel, NDArray bias, NDArray gamma, NDArray beta, Statistics running) {}

    private record Statistics(NDArray mean, NDArray variance) {}

    private TorchTraining(Engine engine, TrainingBatch images) {
        this.engine = engine;
        this.memory = engine.newBaseManager(Device.cpu());
        Shape shape = new Shape(images.images(), images.side(), images.side(), 3);
        this.batch = memory.create(images.pixels(), shape).transpose(0, 3, 1, 2).duplicate();
        Fcn512.layers().forEach(this::add);
    }

    static TrainingContender contender() {
        Engine engine = Engine.getEngine("PyTorch");
        return new TrainingContender("libtorch " + engine.getVersion(), images -> new TorchTraining(engine, images));
    }

    private void add(Fcn512.Convolution layer) {
        Shape shape = new Shape(layer.outputs(), layer.side(), layer.side(), layer.inputs());
        Shape channels = new Shape(layer.outputs());
        NDArray kernel =
                learn(memory.create(layer.kernel(), shape).transpose(0, 3, 1, 2).duplicate());
        NDArray bias = learn(memory.zeros(channels));
        NDArray gamma = memory.ones(channels);
        NDArray beta = memory.zeros(channels);
        if (layer.normalised()) {
            learn(gamma);
            learn(beta);
        }
        Statistics running = new Statistics(memory.zeros(channels), memory.ones(channels));
        layers.add(new Layer(layer, kernel, bias, gamma, beta, running));
    }

    private NDArray learn(NDArray array) {
        array.setRequiresGradient(true);
        learned.add(array);
        return array;
    }

    @Override
    public double run() {
        double loss;
        try (NDManager scope = memory.newSubManager();
                GradientCollector collector = engine.newGradientCollector()) {
            collector.zeroGradients();
            NDArray input = batch.duplicate();
            input.attach(scope);
            NDArray value = reconstruct(input).sub(input).square().mean();
            collector.backward(value);
            loss = value.getFloat();
        }
        try (NDManager scope = memory.newSubManager()) {
            for (int i = 0; i < learned.size(); i++) {
                NDArray gradient = learned.get(i).getGradient();
                gradient.attach(scope);
                adam.update("parameter" + i, learned.get(i), gradient);
            }
        }
        return loss;
    }

    private NDArray reconstruct(NDArray images) {
        NDArray maps = images;
        for (Layer layer : layers) {
            Shape padding = new Shape(layer.shape.side() / 2, layer.shape.side() / 2);
            maps = Activation.relu(Conv2d.conv2d(maps, layer.kernel, layer.bias, ONE, padding, ONE)
                    .singletonOrThrow());
            if (layer.shape.normalised()) {
                maps = BatchNorm.batchNorm(
                                maps,
                                layer.running.mean,
                                layer.running.variance,
                                layer.gamma,
                                layer.beta,
                                1,
                                DECAY,
                                Fcn512.EPSILON,
                                true)
                        .singletonOrThrow();
            }
        }
        return maps;
    }

    @Override
    public void close() {
        memory.close();
    }
}
