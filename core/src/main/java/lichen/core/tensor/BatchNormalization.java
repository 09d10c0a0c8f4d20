package lichen.core.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation of one batch in training, as kernels over fixed arrays: each channel c gets mean 0 and variance 1 over
 * all P = N H W pixels of the batch, then a scale and a shift that are learned.
 *
 * <pre>y = gamma (x - mean) / sqrt(variance + epsilon) + beta</pre>
 *
 * <p>The variance is the mean of (x - mean)^2 of differences that were really taken (divided by P, not P - 1): the mean of
 * squares less the square of the mean would lose its digits where a channel is bright and even.
 *
 * <p>x and y {@code [N,H,W,C]}, all else {@code [C]}. Source: Ioffe and Szegedy, "Batch Normalization" (2015), algorithm 1
 * and section 3.
 */
public final class BatchNormalization {
    private final INDArray input;
    private final Affine parameters;
    private final double epsilon;
    private final TensorScope scope;

    private final double pixels;
    private final double[] mean;
    private final double[] variance;
    private final double[] gamma;
    private final double[] numbers;
    private final INDArray sums;
    private final INDArray ones;
    private final INDArray negativeMean;

    /**
     * Numbers per channel, learned, or their gradients.
     *
     * @param gamma the scale, {@code [C]}
     * @param beta the shift, {@code [C]}
     */
    public record Affine(INDArray gamma, INDArray beta) {}

    /**
     * Statistics per channel that follow those of the batches.
     *
     * @param mean {@code [C]}
     * @param variance {@code [C]}
     */
    public record Statistics(INDArray mean, INDArray variance) {}

    /**
     * Arrays of the input's shape to work in; what they hold does not matter between two kernels.
     *
     * @param first one
     * @param second another
     */
    public record Scratch(INDArray first, INDArray second) {}

    /**
     * Prepares the normalisation of a batch.
     *
     * @param input x, {@code [N,H,W,C]}: read by the forward and the backward kernel
     * @param parameters gamma and beta, read at each run
     * @param epsilon added to the variance
     */
    public BatchNormalization(INDArray input, Affine parameters, double epsilon, TensorScope scope) {
        Nhwc.require("input", input);
        int channels = (int) Nhwc.channels(input);
        this.input = input;
        this.parameters = parameters;
        this.epsilon = epsilon;
        this.scope = scope;
        this.pixels = Nhwc.pixels(input);
        this.mean = new double[channels];
        this.variance = new double[channels];
        this.gamma = new double[channels];
        this.numbers = new double[channels];
        this.sums = scope.array(channels);
        this.ones = scope.array(channels);
        this.ones.assign(1);
        this.negativeMean = scope.array(channels);
    }

    /** Takes the statistics of the batch, and normalises with them. */
    public Kernel forward(INDArray output, Scratch scratch) {
        Kernel centre = centre(scratch);
        Kernel inputSums = ChannelSums.of(input, sums, scope);
        Kernel square = Elementwise.multiply(scratch.first, scratch.first, scratch.second);
        Kernel squareSums = ChannelSums.of(scratch.second, sums, scope);
        INDArray scale = scope.array(sums.length());
        Kernel normalise = Elementwise.scaleAndShift(scratch.first, scale, parameters.beta, output, scope);
        return () -> {
            inputSums.run();
            HostMemory.read(sums, mean);
            for (int c = 0; c < mean.length; c++) {
                mean[c] /= pixels;
                numbers[c] = -mean[c];
            }
            HostMemory.write(numbers, negativeMean);
            centre.run(); // x - mean, [N,H,W,C]
            square.run();
            squareSums.run();
            HostMemory.read(sums, variance);
            HostMemory.read(parameters.gamma, gamma);
            for (int c = 0; c < variance.length; c++) {
                variance[c] /= pixels;
                numbers[c] = gamma[c] / Math.sqrt(variance[c] + epsilon);
            }
            HostMemory.write(numbers, scale);
            normalise.run();
        };
    }

    /** Normalises with given statistics: what the network does once it is trained. */
    public Kernel frozenForward(Statistics statistics, INDArray output) {
        INDArray scale = scope.array(sums.length());
        INDArray shift = scope.array(sums.length());
        double[] beta = new double[mean.length];
        Kernel normalise = Elementwise.scaleAndShift(input, scale, shift, output, scope);
        return () -> {
            HostMemory.read(statistics.mean, mean);
            HostMemory.read(statistics.variance, variance);
            HostMemory.read(parameters.gamma, gamma);
            HostMemory.read(parameters.beta, beta);
            for (int c = 0; c < mean.length; c++) {
                numbers[c] = gamma[c] / Math.sqrt(variance[c] + epsilon);
                beta[c] -= mean[c] * numbers[c];
            }
            HostMemory.write(numbers, scale);
            HostMemory.write(beta, shift);
            normalise.run();
        };
    }

    /**
     * The gradients of the last {@link #forward} run. With u = (x - mean) / sqrt(variance + epsilon) and y' = d loss / dy,
     *
     * <pre>beta' = sum y',  gamma' = sum y' u,  x' = gamma / sqrt(variance + epsilon) (y' - beta' / P - u gamma' / P)</pre>
     *
     * @param cotangent y', which becomes x'
     * @param gradient where gamma' and beta' go
     */
    public Kernel backward(INDArray cotangent, Affine gradient, Scratch scratch) {
        Kernel centre = centre(scratch);
        Kernel cotangentSums = ChannelSums.of(cotangent, gradient.beta, scope);
        Kernel weigh = Elementwise.multiply(scratch.first, cotangent, scratch.second);
        Kernel weighedSums = ChannelSums.of(scratch.second, sums, scope);
        INDArray scale = scope.array(sums.length());
        INDArray slope = scope.array(sums.length());
        INDArray shift = scope.array(sums.length());
        Kernel correction = Elementwise.scaleAndShift(scratch.first, slope, shift, scratch.second, scope);
        Kernel scaleCotangent = Elementwise.scaleEachChannel(cotangent, scale, cotangent);
        Kernel add = Elementwise.add(cotangent, scratch.second);
        double[] shifts = new double[mean.length];
        double[] slopes = new double[mean.length];
        double[] gammas = new double[mean.length];
        return () -> {
            cotangentSums.run();
            centre.run(); // x - mean, [N,H,W,C]
            weigh.run();
            weighedSums.run();
            HostMemory.read(sums, gammas);
            HostMemory.read(gradient.beta, shifts);
            HostMemory.read(parameters.gamma, gamma);
            for (int c = 0; c < mean.length; c++) {
                double inverse = 1 / Math.sqrt(variance[c] + epsilon);
                gammas[c] *= inverse;
                numbers[c] = gamma[c] * inverse;
                shifts[c] *= -numbers[c] / pixels;
                slopes[c] = -numbers[c] * inverse * gammas[c] / pixels;
            }
            HostMemory.write(gammas, gradient.gamma);
            HostMemory.write(numbers, scale);
            HostMemory.write(shifts, shift);
            HostMemory.write(slopes, slope);
            correction.run();
            scaleCotangent.run();
            add.run();
        };
    }

    /** Moves running statistics towards those of the last forward run: s becomes decay s + (1 - decay) batch. */
    public Kernel track(Statistics running, double decay) {
        return () -> {
            follow(running.mean, mean, decay);
            follow(running.variance, variance, decay);
        };
    }

    private Kernel centre(Scratch scratch) {
        return Elementwise.scaleAndShift(input, ones, negativeMean, scratch.first, scope);
    }

    private void follow(INDArray running, double[] latest, double decay) {
        HostMemory.read(running, numbers);
        for (int c = 0; c < numbers.length; c++) {
            numbers[c] = decay * numbers[c] + (1 - decay) * latest[c];
        }
        HostMemory.write(numbers, running);
    }
}
