package lichen.app.torch;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be done.
 *
 * @param loss {@code GAP} or {@code GRAM}, of an image beside a target; or {@code TRAINING}
 * @param images how many at once
 * @param side their side in pixels
 * @param epsilon of every batch normalisation
 * @param rate Adam's learning rate, in training
 * @param layers of the network
 * @param pixels {@code [images,side,side,3]}
 * @param target {@code [1,side,side,3]}; nothing in training
 */
record Job(
        String loss,
        int images,
        int side,
        double epsilon,
        double rate,
        List<Convolution> layers,
        float[] pixels,
        float[] target) {
    /**
     * A convolution with ReLU after it.
     *
     * @param normalised whether a batch normalisation follows
     * @param kernel {@code [outputs,side,side,inputs]}
     */
    record Convolution(int inputs, int outputs, int side, boolean normalised, float[] kernel) {}

    /** Reads one. */
    static Job read(DataInputStream in) throws IOException {
        String loss = in.readUTF();
        int images = in.readInt();
        int side = in.readInt();
        double epsilon = in.readDouble();
        double rate = in.readDouble();
        List<Convolution> layers = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            layers.add(new Convolution(in.readInt(), in.readInt(), in.readInt(), in.readBoolean(), floats(in)));
        }
        return new Job(loss, images, side, epsilon, rate, layers, floats(in), floats(in));
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] numbers = new float[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readFloat();
        }
        return numbers;
    }

    /** Prepares it. */
    Work open(boolean channelsLast) {
        Layout layout = new Layout(channelsLast);
        return loss.equals("TRAINING") ? new Training(this, layout) : new Evaluation(this, layout);
    }
}
