package lichen.model.operation;

/** The way back through an operation whose forward kernels have been added. */
@FunctionalInterface
public interface Backward {
    /** Adds the kernels that carry the gradient of the output to whatever wants one. */
    void carry(Gradients at);
}
