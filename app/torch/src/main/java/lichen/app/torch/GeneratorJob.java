package lichen.app.torch;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A training of a texture network towards images.
 *
 * @param images how many at once
 * @param side their side in pixels
 * @param epsilon of every instance normalisation
 * @param slope of every leaky ReLU
 * @param rate Adam's learning rate
 * @param layers of the network in the order of computation: those of the coarsest noise, then for each finer scale those of its noise and
 *     those of both; last the one that gives colours
 * @param noise from coarse to fine, {@code [images,side/s,side/s,channels]}
 * @param target {@code [images,side,side,3]}
 */
record GeneratorJob(
        int images,
        int side,
        double epsilon,
        double slope,
        double rate,
        List<Convolution> layers,
        List<float[]> noise,
        float[] target)
        implements Job {
    /** Reads what comes after the kind. */
    static GeneratorJob read(DataInputStream in) throws IOException {
        return new GeneratorJob(
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                Job.convolutions(in),
                noise(in),
                Job.floats(in));
    }

    private static List<float[]> noise(DataInputStream in) throws IOException {
        List<float[]> noise = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            noise.add(Job.floats(in));
        }
        return noise;
    }

    @Override
    public Work open(Layout layout) {
        return new GeneratorTraining(this, layout);
    }
}
