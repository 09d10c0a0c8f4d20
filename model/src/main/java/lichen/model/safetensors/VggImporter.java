package lichen.model.safetensors;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import lichen.core.npy.NdArray;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Pooling;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.GraphAssembly;
import lichen.model.foreign.ImportNotes;
import lichen.model.foreign.InputScaling;
import lichen.model.foreign.Kernels;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Convolve;
import lichen.model.operation.Operation;
import lichen.model.operation.Pool;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;
import lichen.model.weights.NetworkFileException;

/**
 * Reads VGG-11 to VGG-19 with torchvision's names, with and without batch normalisation. {@code features.5.weight} is a layer in a
 * sequence of which those without weights have no entry; but how far numbers lie apart tells what is between: a ReLU, or a ReLU and a
 * pooling. The layers get Keras's names, {@code block1_conv1}, so that an experiment works with either file.
 */
public final class VggImporter {
    private static final String PREFIX = "features.";
    private static final int MOST_LAYERS = 100;
    private static final int SIDE = 3;
    private static final double EPSILON = 1e-5;
    private static final Convolution TWO = new Convolution(2, 2, 2, Convolution.Padding.VALID);

    private final SafetensorsFile file;
    private final Set<String> names;
    private final GraphAssembly assembly;
    private final Pooling.Kind pooling;
    private String last = "image";

    private VggImporter(SafetensorsFile file, GraphAssembly assembly, boolean averagePooling) {
        this.file = file;
        this.names = file.names();
        this.assembly = assembly;
        this.pooling = averagePooling ? Pooling.Kind.AVERAGE : Pooling.Kind.MAX;
        assembly.input(last);
    }

    /**
     * Reads the convolutions of a file; the head of the classifier is left away.
     *
     * @param reference the file
     * @param scaling what the network expects of the pixels; the graph itself takes RGB in [0,1]
     * @param averagePooling whether every pooling takes the mean
     * @throws NetworkFileException if the file is damaged or holds no such network
     * @throws IOException if the file cannot be read
     */
    public static ForeignNetwork network(FileReference reference, InputScaling scaling, boolean averagePooling)
            throws IOException {
        try {
            GraphAssembly assembly = new GraphAssembly(scaling, SIDE);
            VggImporter importer = new VggImporter(SafetensorsFile.open(reference), assembly, averagePooling);
            importer.addAll();
            List<String> head = importer.names.stream()
                    .filter(name -> !name.startsWith(PREFIX) && !name.startsWith("__"))
                    .toList();
            return new ForeignNetwork("safetensors", assembly.graph(), ImportNotes.of(head, assembly));
        } catch (UnreadableException e) {
            throw new NetworkFileException(reference, e.reason(), e);
        }
    }

    private void addAll() throws UnreadableException {
        List<Integer> convolutions = IntStream.range(0, MOST_LAYERS)
                .filter(this::isConvolution)
                .boxed()
                .toList();
        if (convolutions.isEmpty() || convolutions.get(0) != 0) {
            throw new UnreadableException("holds no VGG with torchvision's names, which begins with " + PREFIX
                    + "0.weight, but " + names.stream().limit(SIDE).toList() + "; export other networks as ONNX");
        }
        int block = 1;
        int number = 1;
        for (int i = 0; i < convolutions.size(); i++) {
            int index = convolutions.get(i);
            boolean normalized = names.contains(PREFIX + (index + 1) + ".running_mean");
            String place = String.format(Locale.ROOT, "%d_%%s%d", block, number++);
            addConvolution(index, normalized, "block" + place);
            int relu = index + (normalized ? 2 : 1);
            int next = i + 1 < convolutions.size() ? convolutions.get(i + 1) : relu + 2;
            if (next == relu + 2) {
                add("block" + block++ + "_pool", new Pool(pooling, TWO));
                number = 1;
            } else if (next != relu + 1) {
                throw new UnreadableException("is no VGG of torchvision: after " + PREFIX + index + " comes " + PREFIX
                        + next + "; export other networks as ONNX");
            }
        }
    }

    private boolean isConvolution(int index) {
        return names.contains(PREFIX + index + ".weight") && !names.contains(PREFIX + index + ".running_mean");
    }

    private void addConvolution(int index, boolean normalized, String pattern) throws UnreadableException {
        NdArray<float[]> weights = file.read(PREFIX + index + ".weight"); // [O,I,3,3]
        int[] shape = weights.shape();
        if (shape.length != 4 || shape[2] != SIDE || shape[3] != SIDE) {
            throw new UnreadableException("is no VGG of torchvision: " + PREFIX + index + ".weight has the shape "
                    + Arrays.toString(shape) + ", not that of a kernel of 3 x 3; export other networks as ONNX");
        }
        float[] bias = numbers(index, "bias", shape[0]);
        NdArray<float[]> channelsLast = Kernels.channelsLast(weights, 1);
        add(
                String.format(Locale.ROOT, pattern, "conv"),
                new Convolve(Convolution.same(SIDE), channelsLast, NdArray.of(bias, bias.length), !normalized));
        if (normalized) {
            int norm = index + 1;
            add(
                    String.format(Locale.ROOT, pattern, "norm"),
                    ScaleShift.ofBatchNormalization(
                            numbers(norm, "weight", shape[0]),
                            numbers(norm, "bias", shape[0]),
                            numbers(norm, "running_mean", shape[0]),
                            numbers(norm, "running_var", shape[0]),
                            EPSILON));
            add(String.format(Locale.ROOT, pattern, "relu"), new Relu());
        }
    }

    private float[] numbers(int index, String what, int count) throws UnreadableException {
        String name = PREFIX + index + "." + what;
        float[] numbers = file.read(name).values();
        if (numbers.length != count) {
            throw new UnreadableException(
                    "array " + name + ": expected " + count + " numbers, found " + numbers.length);
        }
        return numbers;
    }

    private void add(String name, Operation operation) throws UnreadableException {
        assembly.place(name, name, List.of(last)).become(operation);
        last = name;
    }
}
