package lichen.model.operation;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where an operation adds the kernels of its backward pass. What it asks for as a place for a gradient, its kernels
 * overwrite; where several gradients meet, they are added up afterwards.
 */
public interface Gradients extends Workplace {
    /** d loss / d output. The operation may change it: nobody reads it afterwards. */
    INDArray gradient();

    /** Whether anybody wants the gradient of this input. */
    boolean wants(int input);

    /** Where the gradient of an input goes that is wanted. */
    INDArray of(int input);

    /** Makes {@link #gradient}, as the kernels so far leave it, the gradient of all inputs that want one: the last call. */
    void pass(int inputs);

    /** As {@link #pass(int)}, of the only input. */
    default void pass() {
        pass(1);
    }

    /** Whether anybody wants the gradient of these numbers. */
    boolean wants(String number);

    /** Where the gradient of numbers goes that is wanted, in their shape. */
    INDArray of(String number);

    /** Whether the operation's numbers are the same as long as the program lives. */
    boolean areNumbersFixed();

    /** As {@link #of(int)}, for an operation that can multiply what it carries by numbers per channel, and add some. */
    Route through(int input);

    /**
     * Where a gradient goes that passes fixed scalings by at once.
     *
     * @param target where it goes
     * @param scales what each channel of it is to be multiplied by, one after the other
     * @param constant {@code [C]}, to be added at every pixel
     */
    record Route(INDArray target, List<float[]> scales, Optional<INDArray> constant) {
        /** Copies the list. */
        public Route {
            scales = List.copyOf(scales);
        }
    }
}
