package lichen.core.image;

/** The weights of resizing along one axis: which inputs each output is the mean of, and with what weights. */
final class Resampling {
    private static final int LOBES = 3;

    private final int inputs;
    private final int[] first;
    private final double[][] weights;

    private Resampling(int inputs, int[] first, double[][] weights) {
        this.inputs = inputs;
        this.first = first;
        this.weights = weights;
    }

    /** The weights from so many inputs to so many outputs, along an axis that ends. */
    static Resampling of(int inputs, int outputs) {
        return of(inputs, outputs, false);
    }

    /** The weights along an axis that begins again where it ends. */
    static Resampling circular(int inputs, int outputs) {
        return of(inputs, outputs, true);
    }

    private static Resampling of(int inputs, int outputs, boolean circular) {
        double factor = (double) inputs / outputs;
        double stretch = Math.max(1, factor);
        double reach = (factor > 1 ? LOBES : 2) * stretch;
        int[] first = new int[outputs];
        double[][] weights = new double[outputs][];
        for (int out = 0; out < outputs; out++) {
            // Pixel i covers [i, i + 1): the middle of the output pixel, seen among the inputs' middles.
            double centre = (out + 0.5) * factor - 0.5;
            first[out] = Math.max(circular ? Integer.MIN_VALUE : 0, (int) Math.ceil(centre - reach));
            int last = Math.min(circular ? Integer.MAX_VALUE : inputs - 1, (int) Math.floor(centre + reach));
            double[] row = new double[last - first[out] + 1];
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                double distance = Math.abs(first[out] + i - centre) / stretch;
                row[i] = factor > 1 ? lanczos(distance) : catmullRom(distance);
                sum += row[i];
            }
            for (int i = 0; i < row.length; i++) {
                row[i] /= sum;
            }
            weights[out] = row;
        }
        return new Resampling(inputs, first, weights);
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return first.length;
    }

    /** One output: the weighted mean of values that lie a stride apart, the axis' first input at the offset. */
    float apply(int output, float[] values, int offset, int stride) {
        double sum = 0;
        int next = first[output];
        for (double weight : weights[output]) {
            sum += weight * values[offset + Math.floorMod(next, inputs) * stride];
            next++;
        }
        return (float) sum;
    }

    /** sinc(x) sinc(x / 3) for x from 0 to 3. */
    private static double lanczos(double x) {
        if (x >= LOBES) {
            return 0;
        }
        return x == 0 ? 1 : LOBES * Math.sin(Math.PI * x) * Math.sin(Math.PI * x / LOBES) / (Math.PI * Math.PI * x * x);
    }

    /** Keys' cubic with a = -1/2 (IEEE Trans. ASSP 29, 1981), for x from 0 to 2. */
    private static double catmullRom(double x) {
        if (x >= 2) {
            return 0;
        }
        return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
    }
}
