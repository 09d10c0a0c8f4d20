package lichen.app.cli.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Descriptor;
import lichen.descriptor.Signature;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@link Fcn512} at one image, and its feature maps there. */
final class DescribedNetwork implements AutoCloseable {
    private final TensorScope scope;
    private final Differentiable<INDArray, FeatureMaps> program;
    private final INDArray image;
    private final FeatureMaps maps;

    private DescribedNetwork(
            TensorScope scope, Differentiable<INDArray, FeatureMaps> program, INDArray image, FeatureMaps maps) {
        this.scope = scope;
        this.program = program;
        this.image = image;
        this.maps = maps;
    }

    /** The network for images of this side, with these layers tapped. */
    static DescribedNetwork open(int side, List<String> layers) {
        TensorScope scope = new TensorScope();
        FeatureNetwork network = Lichen.network();
        List<String> taps = network.architecture().select(layers);
        Differentiable<INDArray, FeatureMaps> program = network.compile(new Size(side, side), taps, scope);
        INDArray image =
                Image.of(side, side, Problem.random(side, Loss.GAP).image()).tensor(scope);
        Map<String, INDArray> copies = new LinkedHashMap<>();
        program.at(image).value().layers().forEach((name, map) -> copies.put(name, scope.copyOf(map)));
        return new DescribedNetwork(scope, program, image, new FeatureMaps(copies));
    }

    /** The network's forward pass and the gradient of its image, with no descriptor. */
    Racer alone() {
        return new Racer() {
            @Override
            public double run() {
                Evaluation<INDArray, FeatureMaps> evaluation = program.at(image);
                evaluation.pullback().apply(maps);
                return evaluation.value().layers().size();
            }

            @Override
            public void close() {
                // The other descriptors need the network too.
            }
        };
    }

    /** The descriptor and its gradient, of the network's feature maps. */
    Racer describe(Descriptor descriptor) {
        TensorScope round = new TensorScope();
        return new Racer() {
            @Override
            public double run() {
                round.rewind();
                Evaluation<FeatureMaps, Signature> evaluation = descriptor.at(maps, round);
                evaluation.pullback().apply(evaluation.value());
                return evaluation.value().length();
            }

            @Override
            public void close() {
                round.close();
            }
        };
    }

    /** How many numbers a descriptor makes of the feature maps. */
    long numbers(Descriptor descriptor) {
        try (TensorScope once = new TensorScope()) {
            return descriptor.at(maps, once).value().length();
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
