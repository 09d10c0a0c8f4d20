package lichen.synthesis.objective;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.optimizer.Objective;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loss of an image, as a function of its pixels: {@code [H][W][3]} flattened, in [0,1]. One forward and one backward pass
 * through each network an evaluation; nothing is allocated after the first.
 */
public final class ImageObjective implements Objective {
    private final List<Differentiable<INDArray, Double>> losses;
    private final INDArray image;

    private ImageObjective(List<Differentiable<INDArray, Double>> losses, INDArray image) {
        this.losses = List.copyOf(losses);
        this.image = image;
    }

    /**
     * Prepares a loss for images of one size, with the border that each layer of the network says; its first round.
     *
     * @param loss what is minimised
     * @param network the network that all of its terms look through
     * @param target the photograph
     * @param size the extents of the image to be made
     * @param scope the owner of all buffers; the objective works as long as it is open
     * @throws lichen.core.feature.ImageTooSmallException if the photograph or the size is too small for the network
     * @throws lichen.core.check.InvalidValueException if a key does not fit the network
     */
    public static ImageObjective of(Loss loss, FeatureNetwork network, Image target, Size size, TensorScope scope) {
        try {
            return ObjectiveRounds.of(loss, Sources.of(network, target), new Frame(size, Border.NETWORK), scope)
                    .at(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The sum of losses of the same image.
     *
     * @param losses each through a network of its own; several objectives may share them, in turns
     * @param size the extents of the image to be made
     * @param scope the owner of the image
     */
    public static ImageObjective of(List<Differentiable<INDArray, Double>> losses, Size size, TensorScope scope) {
        return new ImageObjective(losses, scope.array(1, size.height(), size.width(), Image.CHANNELS));
    }

    @Override
    public double at(double[] point, double[] gradient) {
        HostMemory.write(point, image);
        double sum = evaluate(losses.get(0), gradient);
        for (Differentiable<INDArray, Double> other : losses.subList(1, losses.size())) {
            double[] slopes = new double[gradient.length];
            sum += evaluate(other, slopes);
            Arrays.setAll(gradient, i -> gradient[i] + slopes[i]);
        }
        return sum;
    }

    private double evaluate(Differentiable<INDArray, Double> loss, double[] gradient) {
        Evaluation<INDArray, Double> evaluation = loss.at(image);
        HostMemory.read(evaluation.pullback().apply(1.0), gradient);
        return evaluation.value();
    }
}
