package lichen.core.tensor;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The gradient of a convolution's weights as products of matrices.
 *
 * <p>Input and cotangent are copied, image by image, onto a grid with zeros between the rows, on which a shift of the image is
 * a shift of the memory. The k pixels that a row of the kernel sees are laid side by side as a row of a matrix. Then each row
 * of the kernel is one product of the cotangent with that matrix, shifted.
 */
final class RowProducts {
    private final int side;
    private final ZeroGrid grid;
    private final INDArray shifted;
    private final INDArray rows;
    private final INDArray outer;
    private final INDArray products;
    private final List<Kernel> kernels = new ArrayList<>();

    private RowProducts(INDArray input, INDArray cotangent, int side, TensorScope scope) {
        long channels = Nhwc.channels(input);
        long outputs = Nhwc.channels(cotangent);
        this.side = side;
        this.grid = new ZeroGrid(input.size(1), input.size(2), side / 2);
        this.shifted = scope.array(grid.pixels() + 2 * grid.margin(), channels);
        this.rows = scope.array(grid.pixels() + 2 * grid.rowMargin(), side * channels); // [.., kX I]
        this.outer = scope.array(grid.pixels(), outputs); // [Q,O]
        this.products = scope.array(input.size(0), side, outputs, side * channels); // [N,kY,O,kX I]
        shifted.assign(0);
        outer.assign(0);
    }

    /**
     * Fills in the gradient.
     *
     * @param weightGradient {@code [O,k,k,I]}
     */
    static Kernel of(INDArray input, INDArray cotangent, INDArray weightGradient, TensorScope scope) {
        RowProducts steps = new RowProducts(input, cotangent, (int) weightGradient.size(1), scope);
        DynamicCustomOp gather = steps.gather();
        for (int image = 0; image < input.size(0); image++) {
            steps.kernels.add(steps.grid.copy(input, image, steps.shifted, steps.grid.margin()));
            steps.kernels.add(steps.grid.copy(cotangent, image, steps.outer, 0));
            steps.kernels.add(() -> Nd4j.getExecutioner().exec(gather));
            steps.multiply(image);
        }
        steps.addUp(weightGradient, scope);
        return () -> steps.kernels.forEach(Kernel::run);
    }

    private DynamicCustomOp gather() {
        INDArray[] neighbours = new INDArray[side];
        for (int dx = 0; dx < side; dx++) {
            neighbours[dx] = part(shifted, dx, rows.size(0));
        }
        return DynamicCustomOp.builder("concat")
                .addInputs(neighbours)
                .addOutputs(rows)
                .addIntegerArguments(1)
                .build();
    }

    private void multiply(int image) {
        for (int dy = 0; dy < side; dy++) {
            INDArray inner = part(rows, dy * grid.rowWidth(), grid.pixels()); // [Q,kX I]
            INDArray product = products.get(NDArrayIndex.point(image), NDArrayIndex.point(dy)); // [O,kX I]
            kernels.add(() -> MatrixProduct.transposedTimes(outer, inner, product));
        }
    }

    private void addUp(INDArray weightGradient, TensorScope scope) {
        long outputs = products.size(2);
        long width = products.size(3);
        INDArray each = products.reshape('c', products.size(0), side * outputs * width);
        INDArray ones = scope.array(products.size(0));
        ones.assign(1);
        INDArray sum = scope.array(side * outputs * width);
        INDArray rearranged = sum.reshape('c', side, outputs, width).permute(1, 0, 2); // [O,kY,kX I]
        INDArray target = weightGradient.reshape('c', outputs, side, width);
        kernels.add(() -> MatrixProduct.channelSums(each, ones, sum));
        kernels.add(() -> target.assign(rearranged));
    }

    private static INDArray part(INDArray matrix, long first, long count) {
        return matrix.get(NDArrayIndex.interval(first, first + count), NDArrayIndex.all());
    }
}
