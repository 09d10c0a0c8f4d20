package lichen.app.cli.benchmark;

/** Something that is timed, with everything prepared that is prepared once. */
interface Racer extends AutoCloseable {
    /** The loss. This is what is timed. */
    double run();

    /** Releases native memory. */
    @Override
    void close();
}
