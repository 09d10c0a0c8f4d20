package lichen.model.train;

/** A training whose loss or gradient is infinite, not a number or has exploded. The network is as it was before the step. */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long step;

    /**
     * Tells what happened.
     *
     * @param step the step that could not be made, from 1
     * @param message what was met, and what the user can change
     */
    TrainingDivergedException(long step, String message) {
        super(message);
        this.step = step;
    }

    /** The step that could not be made, from 1. */
    public long step() {
        return step;
    }
}
