package lichen.model.train;

import lichen.core.random.RandomStreams;

/**
 * Learns to reconstruct batches. A {@link Trainer} runs the loop around it; it stands by itself for those who bring batches of
 * their own.
 */
public final class Learner {
    /** Images are in [0,1]: errors of a hundred times that on average are of a network that runs away. */
    private static final double EXPLODED = 1e4;

    private final Reconstruction program;
    private final Corruption corruption;
    private final WeightLoss loss;
    private final float[] clean;
    private final float[] corrupted;

    /**
     * Learning that has not begun.
     *
     * @param program whose network learns
     * @param noise standard deviation of the noise that it is to remove
     * @param streams the random numbers of the experiment, of which the noise is drawn
     */
    public Learner(Reconstruction program, double noise, RandomStreams streams) {
        this.program = program;
        this.corruption = new Corruption(noise, streams);
        this.clean = new float[program.numbers()];
        this.corrupted = new float[program.numbers()];
        this.loss = program.objective(this::gradient);
    }

    /** Where the next batch of images goes, {@code [N,H,W,3]}. */
    public float[] batch() {
        return clean;
    }

    /** The mean squared error of the batch; infinite where it has exploded. */
    public WeightLoss loss() {
        return loss;
    }

    private double gradient(long step) {
        corruption.add("noise-" + step, clean, corrupted);
        double error = program.gradient(corrupted, clean);
        return error <= EXPLODED ? error : Double.POSITIVE_INFINITY;
    }
}
