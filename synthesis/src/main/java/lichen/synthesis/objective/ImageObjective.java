package lichen.synthesis.objective;

import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loss of an image, as a function of its pixels: {@code [H][W][3]} flattened, in [0,1]. One forward and one backward pass
 * through the network an evaluation; nothing is allocated after the first.
 */
public final class ImageObjective implements Objective {
    private final Differentiable<INDArray, FeatureMaps> program;
    private final Differentiable<FeatureMaps, Double> loss;
    private final INDArray image;

    private ImageObjective(
            Differentiable<INDArray, FeatureMaps> program, Differentiable<FeatureMaps, Double> loss, INDArray image) {
        this.program = program;
        this.loss = loss;
        this.image = image;
    }

    /**
     * Prepares a term for images of one size, with the border that each layer of the network says; its first round.
     *
     * @param term what is minimised
     * @param network the network that the term reads
     * @param target the photograph
     * @param size the extents of the image to be made
     * @param scope the owner of all buffers; the objective works as long as it is open
     * @throws lichen.core.feature.ImageTooSmallException if the photograph or the size is too small for the network
     * @throws lichen.core.check.InvalidValueException if a key does not fit the network
     */
    public static ImageObjective of(LossTerm term, FeatureNetwork network, Image target, Size size, TensorScope scope) {
        return ObjectiveRounds.of(term, network, target, new Frame(size, Border.NETWORK), scope)
                .at(0);
    }

    /**
     * Puts a loss behind a program that exists; several losses may share one, in turns.
     *
     * @param loss a term that is prepared already
     * @param program the network for images of the size; it must tap what the loss reads
     * @param size the extents of the image to be made
     * @param scope the owner of the image
     */
    public static ImageObjective of(
            Differentiable<FeatureMaps, Double> loss,
            Differentiable<INDArray, FeatureMaps> program,
            Size size,
            TensorScope scope) {
        return new ImageObjective(program, loss, scope.array(1, size.height(), size.width(), Image.CHANNELS));
    }

    @Override
    public double at(double[] point, double[] gradient) {
        HostMemory.write(point, image);
        Evaluation<INDArray, FeatureMaps> features = program.at(image);
        Evaluation<FeatureMaps, Double> value = loss.at(features.value());
        FeatureMaps cotangent = value.pullback().apply(1.0);
        HostMemory.read(features.pullback().apply(cotangent), gradient);
        return value.value();
    }
}
