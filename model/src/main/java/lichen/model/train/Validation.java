package lichen.model.train;

import java.io.IOException;
import lichen.core.check.Require;
import lichen.core.random.RandomStreams;

/** The mean squared error of a network over a set of images: each weighs the same, and each sees the same noise every time. */
public final class Validation {
    private final Reconstruction program;
    private final BatchSource source;
    private final Corruption corruption;
    private final float[] clean;
    private final float[] corrupted;

    /**
     * A measurement that can be repeated.
     *
     * @param noise standard deviation of the noise that the network is given to remove
     * @param streams the experiment's random numbers
     */
    public Validation(Reconstruction program, BatchSource source, double noise, RandomStreams streams) {
        this.program = program;
        this.source = source;
        this.corruption = new Corruption(noise, streams);
        this.clean = new float[program.numbers()];
        this.corrupted = new float[program.numbers()];
    }

    /**
     * The mean squared error of the network as it is now.
     *
     * @throws IOException if an image cannot be read
     */
    public double loss() throws IOException {
        double sum = 0;
        int count = 0;
        try (Batches batches = source.open(0, 0)) {
            int batch = 0;
            for (int images = batches.next(clean); images > 0; images = batches.next(clean)) {
                corruption.add("validation-noise-" + batch, clean, corrupted);
                double[] errors = program.errors(corrupted, clean);
                for (int i = 0; i < images; i++) {
                    sum += errors[i];
                }
                count += images;
                batch++;
            }
        }
        Require.that(count > 0, "validation", "must hold an image");
        return sum / count;
    }
}
