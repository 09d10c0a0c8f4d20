package lichen.app.torch;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;

/**
 * FCN512 at work on images.
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
record NetworkJob(
        String loss,
        int images,
        int side,
        double epsilon,
        double rate,
        List<Convolution> layers,
        float[] pixels,
        float[] target)
        implements Job {
    /** Reads what comes after the loss. */
    static NetworkJob read(String loss, DataInputStream in) throws IOException {
        return new NetworkJob(
                loss,
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                Job.convolutions(in),
                Job.floats(in),
                Job.floats(in));
    }

    @Override
    public Work open(Layout layout) {
        return loss.equals("TRAINING") ? new Training(this, layout) : new Evaluation(this, layout);
    }
}
