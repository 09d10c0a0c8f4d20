package lichen.app.cli.benchmark;

import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Size;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.graph.Graph;
import lichen.model.program.Parameters;
import lichen.model.train.WeightLoss;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@link TextureGenerator} as Lichen trains it, from given noise to given images: the loss is the mean squared difference. */
final class LichenGenerator {
    private final Generation generation;
    private final float[] target;
    private final float[] images;
    private final float[] gradient;
    private final INDArray cotangent;

    private LichenGenerator(Generation generation, float[] target, TensorScope scope) {
        this.generation = generation;
        this.target = target;
        this.images = new float[target.length];
        this.gradient = new float[target.length];
        this.cotangent = scope.array(generation.make().value().shape());
    }

    static TrainingContender<GeneratorBatch> contender() {
        Backend.start(BackendChoice.CPU, false);
        return new TrainingContender<>("Lichen", LichenGenerator::open);
    }

    private static Racer open(GeneratorBatch batch) {
        TensorScope scope = new TensorScope();
        TrainingBatch target = batch.target();
        Graph graph = TextureGenerator.graph();
        Parameters parameters = Parameters.of(graph, TextureGenerator.idle()::contains, scope);
        Generation generation = Generation.learning(
                Generator.of(graph), parameters, target.images(), new Size(target.side(), target.side()), scope);
        batch.noise()
                .forEach((name, noise) ->
                        HostMemory.write(noise, generation.program().input(name)));
        LichenGenerator generator = new LichenGenerator(generation, target.pixels(), scope);
        WeightLoss loss = new WeightLoss(parameters, generation.program(), step -> generator.gradient());
        return new LichenSteps(loss, parameters.point(), TextureGenerator.LEARNING_RATE, scope);
    }

    private double gradient() {
        Evaluation<FeatureMaps, INDArray> made = generation.make();
        HostMemory.read(made.value(), images);
        double sum = 0;
        for (int i = 0; i < images.length; i++) {
            double difference = images[i] - target[i];
            sum += difference * difference;
            gradient[i] = (float) (2 * difference / images.length);
        }
        HostMemory.write(gradient, cotangent);
        made.pullback().apply(cotangent);
        return sum / images.length;
    }
}
