package lichen.app.cli.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.optimizer.Adam;
import lichen.core.optimizer.Descent;
import lichen.core.optimizer.DescentState;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.model.spec.Block;
import lichen.model.spec.Fcn;
import lichen.model.train.Learner;
import lichen.model.train.Reconstruction;

/** A training of Lichen as an experiment runs it. */
final class LichenTraining implements Racer {
    private static final RandomStreams STREAMS = new RandomStreams(1);

    private final TensorScope scope = new TensorScope();
    private final Learner learner;
    private final Descent adam;

    private LichenTraining(TrainingBatch batch) {
        Reconstruction program = Reconstruction.of(
                fcn().trainable(STREAMS.stream("network")),
                batch.images(),
                new Size(batch.side(), batch.side()),
                scope);
        Map<String, NdArray<?>> arrays =
                new LinkedHashMap<>(program.parameters().arrays());
        List<Fcn512.Convolution> layers = Fcn512.layers();
        for (int i = 0; i < layers.size(); i++) {
            Fcn512.Convolution layer = layers.get(i);
            arrays.put(
                    Fcn512.weights(i),
                    NdArray.of(layer.kernel(), layer.outputs(), layer.side(), layer.side(), layer.inputs()));
        }
        program.parameters().restore(arrays);
        learner = new Learner(program, 0, STREAMS);
        adam = Adam.withLearningRate(TrainingContender.LEARNING_RATE)
                .stochastic(DescentState.at(program.parameters().point()));
        System.arraycopy(batch.pixels(), 0, learner.batch(), 0, batch.pixels().length);
    }

    static TrainingContender contender() {
        Backend.start(BackendChoice.CPU, false);
        return new TrainingContender("Lichen", LichenTraining::new);
    }

    private static Fcn fcn() {
        return new Fcn(
                Fcn512.layers().stream()
                        .map(layer -> new Block(layer.outputs(), layer.side(), layer.normalised()))
                        .toList(),
                Optional.empty());
    }

    @Override
    public double run() {
        double[] loss = new double[1];
        adam.step((point, gradient) -> {
            loss[0] = learner.loss().at(point, gradient);
            return loss[0];
        });
        learner.loss().settle(adam.state().array(DescentState.POINT));
        return loss[0];
    }

    @Override
    public void close() {
        scope.close();
    }
}
