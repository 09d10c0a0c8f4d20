package lichen.model.train;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lichen.core.npy.NdArray;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.model.program.Parameters;

/**
 * Makes one step after the other: noise, gradient, check, change. A {@link Trainer} is a loop around it; it stands by itself
 * for those who bring a loop of their own.
 */
public final class Learner {
    /** Images are in [0,1]: errors of a hundred times that on average are of a network that runs away. */
    private static final double EXPLODED = 1e4;

    private final Reconstruction program;
    private final Training settings;
    private final RandomStreams streams;
    private final AdamSteps optimizer;
    private final float[] clean;
    private final float[] corrupted;
    private final Corruption corruption;

    /**
     * Learning that has not begun.
     *
     * @param program whose network learns
     * @param settings of which the stop rule is left to the loop
     * @param streams the random numbers of the experiment, of which the noise is drawn
     * @param scope owner of the optimiser's memory
     */
    public Learner(Reconstruction program, Training settings, RandomStreams streams, TensorScope scope) {
        this.program = program;
        this.settings = settings;
        this.streams = streams;
        this.optimizer = new AdamSteps(settings.optimizer(), program.parameters(), scope);
        this.clean = new float[program.numbers()];
        this.corrupted = new float[program.numbers()];
        this.corruption = new Corruption(settings.noise(), streams);
    }

    /** Where the next batch of images goes, {@code [N,H,W,3]}. */
    public float[] batch() {
        return clean;
    }

    /** How many images make a batch. */
    int images() {
        return program.images();
    }

    /**
     * Learns from the batch.
     *
     * @param step counted from 0
     * @param epoch counted from 0
     * @throws TrainingDivergedException before anything of the network has changed
     */
    public TrainingStep learn(long step, int epoch) {
        corruption.add("noise-" + step, clean, corrupted);
        double loss = program.gradient(corrupted, clean);
        double norm = optimizer.gradientNorm();
        if (!(loss <= EXPLODED) || !Double.isFinite(norm)) {
            throw new TrainingDivergedException(step + 1, divergence(step, loss, norm));
        }
        optimizer.take(step, norm);
        program.track();
        return new TrainingStep(
                step + 1, epoch + 1, loss, norm, settings.optimizer().rate(step));
    }

    Validation validation(BatchSource images) {
        return new Validation(program, images, settings.noise(), streams);
    }

    Parameters parameters() {
        return program.parameters();
    }

    Map<String, NdArray<?>> copy() {
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>(parameters().arrays());
        arrays.putAll(optimizer.copy());
        return arrays;
    }

    void restore(Map<String, NdArray<?>> arrays) {
        parameters().restore(arrays);
        optimizer.restore(arrays);
    }

    private String divergence(long step, double loss, double norm) {
        return String.format(
                Locale.ROOT,
                "The training diverged at step %d: its loss is %.4g, the length of its gradient %.4g."
                        + " Try a learning-rate below %.3g%s. The state after step %d is the last good one.",
                step + 1,
                loss,
                norm,
                settings.optimizer().rate(step),
                settings.optimizer().clipNorm().isPresent() ? " or a smaller clip-norm" : ", or set a clip-norm, say 1",
                step);
    }
}
