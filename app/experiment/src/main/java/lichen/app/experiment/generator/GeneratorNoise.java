package lichen.app.experiment.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import lichen.core.check.Require;
import lichen.core.image.Size;
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
 * @param weights the generator
 */
@Summary("the noise of a trained generator: the image stays one that it can make")
public record GeneratorNoise(
        @Summary("the generator's weights") FileReference weights) implements Parameterization {
    @Override
    public Coordinates open(Size size, CoordinateContext context) throws IOException {
        Generator generator = read();
        NoiseMap map = new NoiseMap(generator, size, context.scope());
        float[] noise = NormalDeviates.deviates(Math.toIntExact(generator.noise(size)), context.random());
        return Coordinates.of(size, map, start -> {
            double[] first = new double[noise.length];
            for (int i = 0; i < first.length; i++) {
                first[i] = noise[i];
            }
            return first;
        });
    }

    private Generator read() throws IOException {
        Generator generator = Generator.read(weights);
        Require.that(
                generator.photograph().isEmpty() && !generator.isGivenPicture(),
                "weights",
                "must be of a generator that is given noise alone, and not a photograph's vector or a picture");
        return generator;
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
