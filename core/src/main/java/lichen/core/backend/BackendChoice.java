package lichen.core.backend;

/** What a user asks for. */
public enum BackendChoice {
    /** The graphics processor where one is usable, else the processor. */
    AUTO,
    /** The processor. */
    CPU,
    /** The graphics processor, or an error. */
    CUDA
}
