package lichen.model.operation;

import java.util.List;
import lichen.core.tensor.Kernel;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where an operation adds the kernels of its forward pass. */
public interface Forward extends Workplace {
    /** What it reads, in order, each {@code [N,H,W,C]}. */
    List<INDArray> inputs();

    /** The first of them. */
    default INDArray input() {
        return inputs().get(0);
    }

    /** Where its output goes, in the shape that it said. */
    INDArray output();

    /** Adds a kernel that runs in training only; what is there by {@link #run} runs in training and afterwards. */
    void runInTraining(Kernel kernel);

    /** Adds a kernel in place of those, for the network as it is once it is trained. */
    void runTrained(Kernel kernel);

    /** Adds a kernel that runs after a step of training: numbers that follow what was seen. */
    void track(Kernel kernel);
}
