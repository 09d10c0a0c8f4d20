package lichen.app.experiment.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.core.random.NormalDeviates;
import lichen.model.generator.Generator;
import lichen.model.generator.NoiseMap;
import lichen.synthesis.parameterization.CoordinateContext;
import lichen.synthesis.parameterization.Coordinates;
import lichen.synthesis.parameterization.Parameterization;

/**
 * The noise of a trained generator: whatever is asked of the image, it stays one that the generator can make, and tiles. There is no way
 * back from images, so that it begins with noise of its own, whatever the start image; in each stage anew.
 *
 * <p>Source: Nguyen et al., "Synthesizing the preferred inputs for neurons in neural networks via deep generator networks" (2016).
 *
 * <p>Training has shown the generator noise from a bell curve. What lies far outside may look like anything, so that noise is bounded:
 * z = b tanh(p / b) of parameters p, which leaves small ones as they are.
 *
 * @param weights the generator
 * @param bound b, in deviations of the noise of training; 0 for none
 */
@Summary("the noise of a trained generator: the image stays one that it can make")
public record GeneratorNoise(
        @Summary("the generator's weights") FileReference weights,

        @Default("3") @Summary("bound of the noise, in deviations of that of training; 0 for none")
        double bound)
        implements Parameterization {
    /** The most of the bound that noise begins with. */
    private static final double MOST = 0.99;

    /** Checks the bound. */
    public GeneratorNoise {
        Require.notNegative("bound", bound);
    }

    @Override
    public Coordinates open(Size size, CoordinateContext context) throws IOException {
        Generator generator = read();
        NoiseMap map = new NoiseMap(generator, size, context.scope());
        float[] noise = NormalDeviates.deviates(Math.toIntExact(generator.noise(size)), context.random());
        Differentiable<double[], double[]> image =
                bound == 0 ? map : ((Differentiable<double[], double[]>) this::bounded).then(map);
        return Coordinates.of(size, image, start -> {
            double[] first = new double[noise.length];
            for (int i = 0; i < first.length; i++) {
                first[i] = free(noise[i]);
            }
            return first;
        });
    }

    private Generator read() throws IOException {
        Generator generator = Generator.read(weights);
        generator.requireNoiseAlone("weights");
        return generator;
    }

    private Evaluation<double[], double[]> bounded(double[] parameters) {
        double[] noise = new double[parameters.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = bound * Math.tanh(parameters[i] / bound);
        }
        return new Evaluation<>(noise, slopes -> {
            double[] carried = new double[slopes.length];
            for (int i = 0; i < carried.length; i++) {
                carried[i] = slopes[i] * (1 - noise[i] * noise[i] / (bound * bound));
            }
            return carried;
        });
    }

    /** The parameter of a number of the noise, or of the nearest one that is well within the bound. */
    private double free(double number) {
        if (bound == 0) {
            return number;
        }
        double share = Math.max(-MOST, Math.min(MOST, number / bound));
        return bound / 2 * Math.log((1 + share) / (1 - share));
    }

    @Override
    public void requireSize(Size size) throws IOException {
        read().requireSize(size);
    }

    @Override
    public long count(Size size) {
        try {
            return read().noise(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
