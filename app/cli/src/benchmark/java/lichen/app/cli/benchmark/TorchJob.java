package lichen.app.cli.benchmark;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import lichen.core.npy.NdArray;

/** Tells libtorch's process what is to be done; what it reads says {@code lichen.app.torch.Job}. */
@FunctionalInterface
interface TorchJob {
    /** Tells it. */
    void to(DataOutputStream out) throws IOException;

    /** A loss of an image by {@link Fcn512}. */
    static TorchJob of(Problem problem) {
        return out -> {
            write(out, problem.loss().name(), 1, problem.side());
            write(out, problem.image());
            write(out, problem.target());
        };
    }

    /** A training of {@link Fcn512}. */
    static TorchJob of(TrainingBatch batch) {
        return out -> {
            write(out, "TRAINING", batch.images(), batch.side());
            write(out, batch.pixels());
            write(out, new float[0]);
        };
    }

    /** A training of {@link TextureGenerator}. */
    static TorchJob of(GeneratorBatch batch) {
        return out -> {
            out.writeUTF("GENERATOR");
            out.writeInt(batch.target().images());
            out.writeInt(batch.target().side());
            out.writeDouble(TextureGenerator.epsilon());
            out.writeDouble(TextureGenerator.slope());
            out.writeDouble(TextureGenerator.LEARNING_RATE);
            List<TextureGenerator.Convolution> layers = TextureGenerator.convolutions();
            out.writeInt(layers.size());
            for (TextureGenerator.Convolution layer : layers) {
                NdArray<float[]> kernel = layer.convolve().weights();
                int[] shape = kernel.shape();
                write(out, shape[3], shape[0], shape[1], layer.normalised(), kernel.values());
            }
            out.writeInt(batch.noise().size());
            for (float[] noise : batch.noise().values()) {
                write(out, noise);
            }
            write(out, batch.target().pixels());
        };
    }

    private static void write(DataOutputStream out, String kind, int images, int side) throws IOException {
        out.writeUTF(kind);
        out.writeInt(images);
        out.writeInt(side);
        out.writeDouble(Fcn512.EPSILON);
        out.writeDouble(Fcn512.LEARNING_RATE);
        List<Fcn512.Convolution> layers = Fcn512.layers();
        out.writeInt(layers.size());
        for (Fcn512.Convolution layer : layers) {
            write(out, layer.inputs(), layer.outputs(), layer.side(), layer.normalised(), layer.kernel());
        }
    }

    private static void write(
            DataOutputStream out, int inputs, int outputs, int side, boolean normalised, float[] kernel)
            throws IOException {
        out.writeInt(inputs);
        out.writeInt(outputs);
        out.writeInt(side);
        out.writeBoolean(normalised);
        write(out, kernel);
    }

    private static void write(DataOutputStream out, float[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (float number : numbers) {
            out.writeFloat(number);
        }
    }
}
