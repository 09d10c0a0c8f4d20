package lichen.app.experiment.map;

import java.util.List;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Descriptor;
import lichen.descriptor.Signature;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Computes the descriptor vectors of patches of one size: the network is compiled once, each patch passes through it once. */
public final class PatchDescriber implements AutoCloseable {
    private final TensorScope scope = new TensorScope();
    private final TensorScope round = scope.child();
    private final Differentiable<INDArray, FeatureMaps> program;
    private final Descriptor descriptor;
    private final INDArray input;

    /**
     * Compiles the network.
     *
     * @throws lichen.core.feature.ImageTooSmallException if the network cannot look at patches of that size
     */
    public PatchDescriber(FeatureNetwork network, List<String> layers, Descriptor descriptor, Size size) {
        this.descriptor = descriptor;
        try {
            program = network.compile(size, layers, scope);
        } catch (RuntimeException e) {
            scope.close();
            throw e;
        }
        input = scope.array(1, size.height(), size.width(), Image.CHANNELS);
    }

    /**
     * The vector of a patch: all numbers of its signature, layer after layer, each in 'c' order.
     *
     * @throws lichen.core.check.InvalidValueException if one is not finite
     */
    public float[] vector(Image patch) {
        HostMemory.write(patch.toArray(), input);
        round.rewind();
        Signature signature = descriptor.at(program.at(input).value(), round).value();
        float[] vector = new float[Math.toIntExact(signature.length())];
        int end = 0;
        for (INDArray statistics : signature.layers().values()) {
            float[] numbers = HostMemory.toFloats(statistics);
            System.arraycopy(numbers, 0, vector, end, numbers.length);
            end += numbers.length;
        }
        for (float number : vector) {
            Require.that(
                    Float.isFinite(number),
                    "layers",
                    "give " + number + ", which is no number to compare; check the weights");
        }
        return vector;
    }

    @Override
    public void close() {
        scope.close();
    }
}
