package lichen.model.operation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.npy.NdArray;
import lichen.core.tensor.BatchNormalization;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation in training: each channel gets mean 0 and variance 1 over all pixels of the batch, then a scale and a
 * shift that are learned; {@link BatchNormalization} has the formula. Its running statistics follow those of the batches;
 * once trained, it is a {@link ScaleShift} by them.
 *
 * @param gamma the scale, {@code [C]}
 * @param beta the shift, {@code [C]}
 * @param mean the running mean, {@code [C]}
 * @param variance the running variance, {@code [C]}
 * @param epsilon what is added to a variance
 * @param decay how much of the running statistics is kept at each step
 */
public record BatchNormalize(float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon, double decay)
        implements Pointwise {
    private static final String GAMMA = "gamma";
    private static final String BETA = "beta";
    private static final String MEAN = "mean";
    private static final String VARIANCE = "variance";
    private static final String EPSILON = "epsilon";
    private static final String DECAY = "decay";

    /** Checks the ranges. */
    public BatchNormalize {
        Require.that(epsilon > 0, EPSILON, "must be above 0, but is " + epsilon);
        Require.that(decay > 0 && decay < 1, DECAY, "must be above 0 and below 1, but is " + decay);
    }

    /** The identity, for so many channels. */
    public static BatchNormalize identity(int channels, double epsilon, double decay) {
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        return new BatchNormalize(ones, new float[channels], new float[channels], ones.clone(), epsilon, decay);
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.NORMALIZATION;
    }

    @Override
    public List<String> misfits(List<Integer> inputs) {
        return inputs.get(0) == gamma.length
                ? List.of()
                : List.of("expected numbers for each of " + inputs.get(0) + " channels, found " + gamma.length);
    }

    @Override
    public Map<String, NdArray<float[]>> numbers() {
        Map<String, NdArray<float[]>> numbers = new LinkedHashMap<>();
        numbers.put(GAMMA, NdArray.of(gamma, gamma.length));
        numbers.put(BETA, NdArray.of(beta, beta.length));
        numbers.put(MEAN, NdArray.of(mean, mean.length));
        numbers.put(VARIANCE, NdArray.of(variance, variance.length));
        return numbers;
    }

    @Override
    public Set<String> followed() {
        return Set.of(MEAN, VARIANCE);
    }

    @Override
    public BatchNormalize with(Map<String, NdArray<float[]>> numbers) {
        return new BatchNormalize(
                Objects.requireNonNull(numbers.get(GAMMA)).values(),
                Objects.requireNonNull(numbers.get(BETA)).values(),
                Objects.requireNonNull(numbers.get(MEAN)).values(),
                Objects.requireNonNull(numbers.get(VARIANCE)).values(),
                epsilon,
                decay);
    }

    @Override
    public ScaleShift trained() {
        return ScaleShift.ofBatchNormalization(gamma, beta, mean, variance, epsilon);
    }

    @Override
    public Backward forward(Forward at) {
        BatchNormalization.Affine affine = new BatchNormalization.Affine(at.number(GAMMA), at.number(BETA));
        BatchNormalization.Statistics running = new BatchNormalization.Statistics(at.number(MEAN), at.number(VARIANCE));
        BatchNormalization kernels = new BatchNormalization(at.input(), affine, epsilon, at.scope());
        BatchNormalization.Scratch scratch = scratch(at, at.output().shape());
        at.runInTraining(kernels.forward(at.output(), scratch));
        giveBack(at, scratch);
        at.runTrained(kernels.frozenForward(running, at.output()));
        at.track(kernels.track(running, decay));
        return back -> carry(kernels, back);
    }

    private void carry(BatchNormalization kernels, Gradients at) {
        BatchNormalization.Affine gradient = new BatchNormalization.Affine(of(GAMMA, at), of(BETA, at));
        BatchNormalization.Scratch scratch = scratch(at, at.gradient().shape());
        at.run(kernels.backward(at.gradient(), gradient, scratch));
        giveBack(at, scratch);
        if (at.wants(0)) {
            at.pass();
        }
    }

    /** Where a gradient goes that is computed anyhow. */
    private INDArray of(String name, Gradients at) {
        return at.wants(name) ? at.of(name) : at.scope().array(gamma.length);
    }

    /** Two arrays of this shape to work in. */
    static BatchNormalization.Scratch scratch(Workplace at, long... shape) {
        return new BatchNormalization.Scratch(at.take(shape), at.take(shape));
    }

    static void giveBack(Workplace at, BatchNormalization.Scratch scratch) {
        at.give(scratch.first());
        at.give(scratch.second());
    }

    @Override
    public Description description() {
        return new Description("batch-normalization").with(EPSILON, epsilon).with(DECAY, decay);
    }

    static BatchNormalize read(Stored stored) {
        float[] gamma = stored.array(GAMMA, Stored.ANY).values();
        return new BatchNormalize(
                gamma,
                stored.array(BETA, gamma.length).values(),
                stored.array(MEAN, gamma.length).values(),
                stored.array(VARIANCE, gamma.length).values(),
                stored.positive(EPSILON, "an epsilon").orElseThrow(() -> stored.unknown(EPSILON)),
                stored.positive(DECAY, "a decay").orElseThrow(() -> stored.unknown(DECAY)));
    }

    @Override
    public String words() {
        return "batch normalisation of " + gamma.length + " channels";
    }
}
