package lichen.model.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lichen.core.feature.MapShape;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Convolution.Padding;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Pooling;
import lichen.core.tensor.RandomTensors;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;

/**
 * An operation with inputs that are right for it.
 *
 * @param operation the operation
 * @param inputs the shapes that it reads
 */
record Sample(Operation operation, List<MapShape> inputs) {
    static final String NODE = "node";

    private static final MapShape MAPS = new MapShape(6, 5, 3);
    private static final MapShape VECTOR = new MapShape(1, 1, 3);

    private static Sample of(Operation operation, MapShape... inputs) {
        return new Sample(operation, List.of(inputs));
    }

    /** At least one for each operation: {@link OperationContractTest} says which one lacks. */
    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>(List.of(
                of(depthwise(new Convolution(3, 3, 1, Padding.SAME)), MAPS),
                of(depthwise(new Convolution(3, 2, 2, Padding.VALID)), MAPS),
                of(new Pool(Pooling.Kind.MAX, new Convolution(2, 2, 2, Padding.VALID)), MAPS),
                of(new Pool(Pooling.Kind.AVERAGE, new Convolution(3, 3, 2, Padding.SAME)), MAPS),
                of(new Extend(Extension.Kind.ZERO, new Margins(1, 0, 2, 1)), MAPS),
                of(new Extend(Extension.Kind.REFLECT, new Margins(1, 2, 0, 1)), MAPS),
                of(new Extend(Extension.Kind.CIRCULAR, new Margins(1, 2, 0, 7)), MAPS),
                of(new Upsample(2), MAPS),
                of(new ScaleShift(numbers(3, 1), numbers(3, 2)), MAPS),
                of(new BatchNormalize(numbers(3, 1), numbers(3, 2), numbers(3, 3), ones(3), 1e-3, 0.9), MAPS),
                of(new InstanceNormalize(1e-3), MAPS),
                of(new PixelNormalize(1e-3), MAPS),
                of(new Modulate(), MAPS, VECTOR, VECTOR),
                of(new Relu(), MAPS),
                of(new Relu(0.5f), MAPS),
                of(new LeakyRelu(0.2), MAPS),
                of(new Tanh(), MAPS),
                of(new Sigmoid(), MAPS),
                of(new Dense(array(4, 6, 5, 3), array(4)), MAPS),
                of(new Dense(array(8, 1, 1, 3), array(8)), VECTOR),
                of(new Reshape(3, 2, 15), MAPS),
                of(new Slice(1, 2), MAPS),
                of(new Spread(), MAPS, VECTOR),
                of(new Spread(), MAPS, new MapShape(6, 5, 2)),
                of(new Oscillate(false), MAPS, new MapShape(6, 5, 6)),
                of(new Oscillate(true), new MapShape(4, 4, 1), new MapShape(4, 4, 2)),
                of(new Concatenate(), MAPS, new MapShape(6, 5, 2), new MapShape(6, 5, 1)),
                of(new Add(), MAPS, MAPS, MAPS),
                of(new Multiply(), MAPS, MAPS)));
        for (int side : new int[] {1, 3, 7}) {
            samples.add(of(convolve(new Convolution(side, side, 1, Padding.SAME), false), MAPS));
        }
        samples.add(of(convolve(new Convolution(3, 3, 1, Padding.SAME), true), MAPS));
        samples.add(of(convolve(new Convolution(3, 3, 2, Padding.SAME), false), MAPS));
        samples.add(of(convolve(new Convolution(4, 4, 2, Padding.SAME), false), MAPS));
        samples.add(of(convolve(new Convolution(2, 3, 1, Padding.SAME), false), MAPS));
        samples.add(of(convolve(new Convolution(3, 2, 2, Padding.VALID), true), MAPS));
        return samples;
    }

    /** A network of this operation alone; its inputs are called {@code input0, input1, ...}. */
    Graph graph() {
        List<Input> given = new ArrayList<>();
        for (MapShape shape : inputs) {
            Size size = new Size((int) shape.width(), (int) shape.height());
            given.add(new Input("input" + given.size(), (int) shape.channels(), Optional.of(size)));
        }
        return new Graph(
                given,
                List.of(new Node(
                        NODE, operation, given.stream().map(Input::name).toList())));
    }

    /**
     * Numbers for the inputs, no two of which are as near as a step of a difference, nor any near a multiple of 0.02: so none
     * comes to another side of a kink, or beyond another.
     */
    static float[] spread(int count, long seed) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(i - count / 2);
        }
        Collections.shuffle(places, new Random(seed));
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 0.02f * (places.get(i) + 0.5f);
        }
        return numbers;
    }

    @Override
    public String toString() {
        return operation.words();
    }

    /** With ReLU, every other channel is always active, and the others never are. */
    private static Convolve convolve(Convolution geometry, boolean relu) {
        float[] bias = numbers(4, 5);
        for (int o = 0; relu && o < bias.length; o++) {
            bias[o] += o % 2 == 0 ? 20 : -20;
        }
        return new Convolve(
                geometry, array(4, geometry.kernelHeight(), geometry.kernelWidth(), 3), NdArray.of(bias, 4), relu);
    }

    private static ConvolveDepthwise depthwise(Convolution geometry) {
        return new ConvolveDepthwise(geometry, array(geometry.kernelHeight(), geometry.kernelWidth(), 3), array(3));
    }

    private static NdArray<float[]> array(int... shape) {
        int count = 1;
        for (int extent : shape) {
            count *= extent;
        }
        return NdArray.of(numbers(count, count), shape);
    }

    private static float[] numbers(int count, long seed) {
        return RandomTensors.numbers(count, seed);
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
