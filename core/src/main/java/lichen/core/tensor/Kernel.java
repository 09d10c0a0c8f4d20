package lichen.core.tensor;

/** A tensor operation whose arguments were fixed beforehand: it reads and writes them, and allocates nothing. */
@FunctionalInterface
public interface Kernel {
    /** Runs the operation. */
    void run();
}
