package lichen.model.generator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.program.Compiler;
import lichen.model.program.Program;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The image that a generator makes as a function of its noise: all that is drawn, in the order of the names of inputs, one after the other; to
 * pixels, {@code [H][W][3]} flattened. Not thread safe.
 */
public final class NoiseMap implements Differentiable<double[], double[]> {
    private static final FeatureMaps AS_IT_STANDS = new FeatureMaps(Map.of());

    private final Generator generator;
    private final Program program;
    private final INDArray cotangent;

    /**
     * Prepares images of one size.
     *
     * @param scope owner of all arrays
     * @throws lichen.core.check.InvalidValueException if there are none of the size, or the generator is not given noise alone
     */
    public NoiseMap(Generator generator, Size size, TensorScope scope) {
        generator.requireNoiseAlone("weights");
        this.generator = generator;
        Compiler compiler = generator.compiler(1, size);
        generator.latents().forEach(compiler::gradientOf);
        this.program = compiler.compile(List.of(generator.output()), scope);
        this.cotangent = scope.array(1, size.height(), size.width(), Image.CHANNELS);
    }

    @Override
    public Evaluation<double[], double[]> at(double[] noise) {
        int from = 0;
        for (String name : generator.latents()) {
            INDArray input = program.input(name);
            int to = from + Math.toIntExact(input.length());
            HostMemory.write(Arrays.copyOfRange(noise, from, to), input);
            from = to;
        }
        Evaluation<FeatureMaps, FeatureMaps> made = program.at(AS_IT_STANDS);
        double[] pixels = HostMemory.toDoubles(made.value().layer(generator.output()));
        return new Evaluation<>(pixels, slopes -> pullBack(made, slopes, noise.length));
    }

    private double[] pullBack(Evaluation<FeatureMaps, FeatureMaps> made, double[] slopes, int length) {
        HostMemory.write(slopes, cotangent);
        FeatureMaps gradients = made.pullback().apply(new FeatureMaps(Map.of(generator.output(), cotangent)));
        double[] all = new double[length];
        int from = 0;
        for (String name : generator.latents()) {
            double[] part = HostMemory.toDoubles(gradients.layer(name));
            System.arraycopy(part, 0, all, from, part.length);
            from += part.length;
        }
        return all;
    }
}
