package lichen.core.tensor;

import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Plane waves over the pixels of maps, as kernels over fixed arrays; computed on the host, since maps of waves are small.
 *
 * <pre>y[n,r,c,p] = sin(2 pi (kx c + ky r + f)),  kx = k[n,r,c,2p], ky = k[n,r,c,2p+1], f = phases[n,r,c,p]</pre>
 *
 * <p>Phases {@code [N,H,W,P]} in turns, k {@code [N,H,W,2P]} in turns for each pixel. Whole waves have kx rounded to a multiple of
 * 1 / W and ky of 1 / H, so that they go on round the map; their slope by k is then 0.
 */
public final class PlaneWaves {
    private final INDArray phases;
    private final INDArray vectors;
    private final boolean whole;
    private final float[] turns;
    private final float[] steps;

    /** The waves of these arrays, as they are whenever a kernel runs. */
    public PlaneWaves(INDArray phases, INDArray vectors, boolean whole) {
        Nhwc.require("phases", phases);
        Nhwc.require("vectors", vectors);
        Require.that(
                vectors.length() == 2 * phases.length(),
                "vectors",
                "must be two numbers for each phase, but are " + vectors.shapeInfoToString());
        this.phases = phases;
        this.vectors = vectors;
        this.whole = whole;
        turns = new float[Math.toIntExact(phases.length())];
        steps = new float[2 * turns.length];
    }

    /** Kernel of y {@code [N,H,W,P]}. */
    public Kernel forward(INDArray y) {
        float[] waves = new float[turns.length];
        return () -> {
            read();
            for (int i = 0; i < waves.length; i++) {
                waves[i] = (float) Math.sin(2 * Math.PI * turn(i));
            }
            HostMemory.write(waves, y);
        };
    }

    /** Kernel of d loss / d phases {@code [N,H,W,P]}. */
    public Kernel gradientOfPhases(INDArray cotangent, INDArray gradient) {
        float[] slopes = new float[turns.length];
        return () -> {
            slopes(cotangent, slopes);
            HostMemory.write(slopes, gradient);
        };
    }

    /** Kernel of d loss / d k {@code [N,H,W,2P]}. */
    public Kernel gradientOfVectors(INDArray cotangent, INDArray gradient) {
        if (whole) {
            return () -> gradient.assign(0);
        }
        float[] slopes = new float[turns.length];
        float[] both = new float[steps.length];
        return () -> {
            slopes(cotangent, slopes);
            for (int i = 0; i < slopes.length; i++) {
                both[2 * i] = slopes[i] * column(i);
                both[2 * i + 1] = slopes[i] * row(i);
            }
            HostMemory.write(both, gradient);
        };
    }

    private void slopes(INDArray cotangent, float[] slopes) {
        read();
        HostMemory.read(cotangent, slopes);
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] *= (float) (2 * Math.PI * Math.cos(2 * Math.PI * turn(i)));
        }
    }

    private void read() {
        HostMemory.read(phases, turns);
        HostMemory.read(vectors, steps);
    }

    private double turn(int i) {
        double kx = steps[2 * i];
        double ky = steps[2 * i + 1];
        if (whole) {
            kx = Math.rint(kx * phases.size(2)) / phases.size(2);
            ky = Math.rint(ky * phases.size(1)) / phases.size(1);
        }
        return kx * column(i) + ky * row(i) + turns[i];
    }

    private int column(int i) {
        return (int) (i / phases.size(3) % phases.size(2));
    }

    private int row(int i) {
        return (int) (i / phases.size(3) / phases.size(2) % phases.size(1));
    }
}
