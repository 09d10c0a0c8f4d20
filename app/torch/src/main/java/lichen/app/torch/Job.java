package lichen.app.torch;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is to be done. */
sealed interface Job permits NetworkJob, GeneratorJob {
    /**
     * A convolution with an activation.
     *
     * @param normalised whether there is a normalisation: of FCN512 by the batch, after the activation; of a generator by the image, before
     *     it and in place of a bias
     * @param kernel {@code [outputs,side,side,inputs]}
     */
    record Convolution(int inputs, int outputs, int side, boolean normalised, float[] kernel) {}

    /** Prepares it. */
    Work open(Layout layout);

    /** Reads one: its kind, {@code GENERATOR} or one of {@link NetworkJob}'s, and what belongs to that. */
    static Job read(DataInputStream in) throws IOException {
        String kind = in.readUTF();
        return kind.equals("GENERATOR") ? GeneratorJob.read(in) : NetworkJob.read(kind, in);
    }

    /** Reads convolutions, their number first. */
    static List<Convolution> convolutions(DataInputStream in) throws IOException {
        List<Convolution> convolutions = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            convolutions.add(new Convolution(in.readInt(), in.readInt(), in.readInt(), in.readBoolean(), floats(in)));
        }
        return convolutions;
    }

    /** Reads numbers, how many there are first. */
    static float[] floats(DataInputStream in) throws IOException {
        float[] numbers = new float[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readFloat();
        }
        return numbers;
    }
}
