package lichen.core.tensor;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Each channel of each image with mean 0 and variance 1 over its own pixels, as kernels over fixed arrays: {@link
 * BatchNormalization} of batches of one.
 *
 * <pre>y = (x - mean) / sqrt(variance + epsilon)</pre>
 *
 * <p>x and y {@code [N,H,W,C]}. Source: Ulyanov, Vedaldi and Lempitsky, "Instance normalization: the missing ingredient for
 * fast stylization" (2016), equation 2.
 */
public final class InstanceNormalization {
    private final List<BatchNormalization> images = new ArrayList<>();
    private final BatchNormalization.Affine unused;

    /** Prepares the normalisation of a batch, which is read by the forward and the backward kernel. */
    public InstanceNormalization(INDArray input, double epsilon, TensorScope scope) {
        long channels = Nhwc.channels(input);
        BatchNormalization.Affine identity =
                new BatchNormalization.Affine(scope.array(channels), scope.array(channels));
        identity.gamma().assign(1);
        identity.beta().assign(0);
        for (int i = 0; i < input.size(0); i++) {
            images.add(new BatchNormalization(Views.image(input, i), identity, epsilon, scope));
        }
        unused = new BatchNormalization.Affine(scope.array(channels), scope.array(channels));
    }

    /** Normalises; the scratch arrays are of one image's shape. */
    public Kernel forward(INDArray output, BatchNormalization.Scratch scratch) {
        List<Kernel> kernels = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            kernels.add(images.get(i).forward(Views.image(output, i), scratch));
        }
        return () -> kernels.forEach(Kernel::run);
    }

    /** The gradient of the last {@link #forward} run: the cotangent y' becomes x'. */
    public Kernel backward(INDArray cotangent, BatchNormalization.Scratch scratch) {
        List<Kernel> kernels = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            kernels.add(images.get(i).backward(Views.image(cotangent, i), unused, scratch));
        }
        return () -> kernels.forEach(Kernel::run);
    }
}
