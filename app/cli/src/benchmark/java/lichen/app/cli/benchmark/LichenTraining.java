package lichen.app.cli.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.model.spec.Block;
import lichen.model.spec.Fcn;
import lichen.model.train.Learner;
import lichen.model.train.Reconstruction;

/** {@link Fcn512} as Lichen trains it in an experiment. */
final class LichenTraining {
    private static final RandomStreams STREAMS = new RandomStreams(1);

    private LichenTraining() {}

    static TrainingContender<TrainingBatch> contender() {
        Backend.start(BackendChoice.CPU, false);
        return new TrainingContender<>("Lichen", LichenTraining::open);
    }

    private static Racer open(TrainingBatch batch) {
        TensorScope scope = new TensorScope();
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
        Learner learner = new Learner(program, 0, STREAMS);
        System.arraycopy(batch.pixels(), 0, learner.batch(), 0, batch.pixels().length);
        return new LichenSteps(learner.loss(), program.parameters().point(), Fcn512.LEARNING_RATE, scope);
    }

    private static Fcn fcn() {
        return new Fcn(
                Fcn512.layers().stream()
                        .map(layer -> new Block(layer.outputs(), layer.side(), layer.normalised()))
                        .toList(),
                Optional.empty());
    }
}
