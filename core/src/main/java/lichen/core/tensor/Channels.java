package lichen.core.tensor;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Putting feature maps together channel by channel, and taking them apart, as kernels over fixed arrays. */
public final class Channels {
    private static final int AXIS = 3;

    private Channels() {}

    /** The channels of all inputs, one after the other. */
    public static Kernel concatenate(List<INDArray> inputs, INDArray output) {
        DynamicCustomOp operation = DynamicCustomOp.builder("concat")
                .addInputs(inputs.toArray(INDArray[]::new))
                .addOutputs(output)
                .addIntegerArguments(AXIS)
                .build();
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** Copies the channels from {@code first} on into a part. */
    public static Kernel slice(INDArray whole, long first, INDArray part) {
        INDArray view = view(whole, first, part);
        return () -> part.assign(view);
    }

    /** Copies a part over the channels from {@code first} on. */
    public static Kernel insert(INDArray part, INDArray whole, long first) {
        INDArray view = view(whole, first, part);
        return () -> view.assign(part);
    }

    private static INDArray view(INDArray whole, long first, INDArray part) {
        return whole.get(
                NDArrayIndex.all(),
                NDArrayIndex.all(),
                NDArrayIndex.all(),
                NDArrayIndex.interval(first, first + part.size(AXIS)));
    }
}
