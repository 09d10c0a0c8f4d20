package lichen.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lichen.core.npy.NdArray;

/** ONNX Runtime in a process of its own, since it takes that of the tests down without a word. */
final class OnnxRuntimeProcess {
    private OnnxRuntimeProcess() {}

    /** What a file computes of an image {@code [1,C,H,W]}, by the name of each value. */
    static Map<String, NdArray<float[]>> run(Path folder, String file, NdArray<float[]> image, List<String> names)
            throws IOException, InterruptedException {
        Path in = folder.resolve("image");
        Path out = folder.resolve("values");
        try (DataOutputStream data = new DataOutputStream(Files.newOutputStream(in))) {
            write(data, image);
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(OnnxRuntimeProcess.class, OrtEnvironment.class, NdArray.class),
                OnnxRuntimeProcess.class.getName(),
                file,
                in.toString(),
                out.toString()));
        command.addAll(names);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("ONNX Runtime refuses the file: " + Files.readString(folder.resolve("log")));
        }
        Map<String, NdArray<float[]>> values = new LinkedHashMap<>();
        try (DataInputStream data = new DataInputStream(Files.newInputStream(out))) {
            for (String name : names) {
                values.put(name, read(data));
            }
        }
        return values;
    }

    /** No more than it needs: with the long class path of the tests, ONNX Runtime crashes. */
    private static String classPath(Class<?>... needed) {
        return Arrays.stream(needed)
                .map(type -> Path.of(URI.create(String.valueOf(
                                type.getProtectionDomain().getCodeSource().getLocation())))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The other process: the network, the image, where the values go, and the names of those. */
    public static void main(String... arguments) throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        NdArray<float[]> image;
        try (DataInputStream data = new DataInputStream(Files.newInputStream(Path.of(arguments[1])))) {
            image = read(data);
        }
        long[] shape = new long[image.shape().length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = image.shape()[i];
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(arguments[0], options);
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(image.values()), shape);
                OrtSession.Result result = session.run(Map.of("in", input));
                DataOutputStream data = new DataOutputStream(Files.newOutputStream(Path.of(arguments[2])))) {
            for (int i = 3; i < arguments.length; i++) {
                OnnxTensor value = (OnnxTensor) result.get(arguments[i]).orElseThrow();
                float[] numbers = new float[value.getFloatBuffer().remaining()];
                value.getFloatBuffer().get(numbers);
                int[] extents = new int[shape.length];
                for (int axis = 0; axis < extents.length; axis++) {
                    extents[axis] = (int) value.getInfo().getShape()[axis];
                }
                write(data, NdArray.of(numbers, extents));
            }
        }
    }

    private static void write(DataOutputStream data, NdArray<float[]> array) throws IOException {
        data.writeInt(array.shape().length);
        for (int extent : array.shape()) {
            data.writeInt(extent);
        }
        for (float value : array.values()) {
            data.writeFloat(value);
        }
    }

    private static NdArray<float[]> read(DataInputStream data) throws IOException {
        int[] shape = new int[data.readInt()];
        int count = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = data.readInt();
            count *= shape[axis];
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = data.readFloat();
        }
        return NdArray.of(values, shape);
    }
}
