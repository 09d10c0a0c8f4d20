package lichen.core.loop;

/** Ends an iteration from inside an evaluation. Not an error: caught by the loop that gave the objective out. */
final class EndOfLoop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Ending ending;

    EndOfLoop(Ending ending) {
        super(ending.name(), null, false, false);
        this.ending = ending;
    }

    Ending ending() {
        return ending;
    }
}
