package lichen.core.optimizer;

/** An optimisation that met not-a-number, infinity or an exploding value, and could not recover. */
public final class DivergenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final double lastFinite;

    /**
     * Tells what happened.
     *
     * @param message what was met, what was tried, and what the user can change
     * @param lastFinite the best value before; infinite if there was none
     */
    public DivergenceException(String message, double lastFinite) {
        super(message);
        this.lastFinite = lastFinite;
    }

    /** The best value before; infinite if there was none. */
    public double lastFinite() {
        return lastFinite;
    }
}
