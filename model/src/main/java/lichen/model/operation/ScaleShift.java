package lichen.model.operation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lichen.core.feature.Layer;
import lichen.core.npy.NdArray;
import lichen.core.tensor.ChannelSums;
import lichen.core.tensor.Elementwise;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * y[c] = scale[c] x[c] + shift[c]: batch normalisation with frozen statistics, or the scaling of an input.
 *
 * @param scale a number per channel
 * @param shift a number per channel
 */
public record ScaleShift(float[] scale, float[] shift) implements Pointwise {
    static final String SCALE = "scale";
    static final String SHIFT = "shift";

    /**
     * Batch normalisation in inference: gamma (x - mean) / sqrt(variance + epsilon) + beta, for each channel.
     *
     * <p>Source: Ioffe and Szegedy, "Batch Normalization" (2015), algorithm 2.
     */
    public static ScaleShift ofBatchNormalization(
            float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon) {
        float[] scale = new float[gamma.length];
        float[] shift = new float[gamma.length];
        for (int c = 0; c < gamma.length; c++) {
            double factor = gamma[c] / Math.sqrt(variance[c] + epsilon);
            scale[c] = (float) factor;
            shift[c] = (float) (beta[c] - mean[c] * factor);
        }
        return new ScaleShift(scale, shift);
    }

    /** The same scale and shift for all of so many channels. */
    public static ScaleShift ofAll(int channels, float scale, float shift) {
        float[] scales = new float[channels];
        float[] shifts = new float[channels];
        Arrays.fill(scales, scale);
        Arrays.fill(shifts, shift);
        return new ScaleShift(scales, shifts);
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.NORMALIZATION;
    }

    @Override
    public List<String> misfits(List<Integer> inputs) {
        int channels = inputs.get(0);
        return scale.length == channels && shift.length == channels
                ? List.of()
                : List.of("expected a scale and a shift for each of " + channels + " channels, found " + scale.length
                        + " and " + shift.length);
    }

    @Override
    public Map<String, NdArray<float[]>> numbers() {
        Map<String, NdArray<float[]>> numbers = new LinkedHashMap<>();
        numbers.put(SCALE, NdArray.of(scale, scale.length));
        numbers.put(SHIFT, NdArray.of(shift, shift.length));
        return numbers;
    }

    @Override
    public ScaleShift with(Map<String, NdArray<float[]>> numbers) {
        return new ScaleShift(
                Objects.requireNonNull(numbers.get(SCALE)).values(),
                Objects.requireNonNull(numbers.get(SHIFT)).values());
    }

    @Override
    public Optional<float[]> scaling() {
        return Optional.of(scale);
    }

    @Override
    public Backward forward(Forward at) {
        INDArray input = at.input();
        at.run(Elementwise.scaleAndShift(input, at.number(SCALE), at.number(SHIFT), at.output(), at.scope()));
        return back -> carry(input, back);
    }

    private void carry(INDArray input, Gradients at) {
        if (at.wants(SHIFT)) {
            at.run(ChannelSums.of(at.gradient(), at.of(SHIFT), at.scope()));
        }
        if (at.wants(SCALE)) {
            INDArray products = at.take(input.shape());
            at.run(Elementwise.multiply(at.gradient(), input, products));
            at.run(ChannelSums.of(products, at.of(SCALE), at.scope()));
            at.give(products);
        }
        if (at.wants(0)) {
            at.run(Elementwise.scaleEachChannel(at.gradient(), at.number(SCALE), at.gradient()));
            at.pass();
        }
    }

    @Override
    public Description description() {
        return new Description("scale-shift");
    }

    static ScaleShift read(Stored stored) {
        float[] scale = stored.array(SCALE, Stored.ANY).values();
        return new ScaleShift(scale, stored.array(SHIFT, scale.length).values());
    }

    @Override
    public String words() {
        return "scale and shift of " + scale.length + " channels";
    }
}
