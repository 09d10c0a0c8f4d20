package lichen.core.random;

import java.util.random.RandomGenerator;

/**
 * Numbers with mean 0 and variance 1 from a bell curve, by the same arithmetic on every machine: the JDK's own may differ in the
 * last bit.
 *
 * <p>Source: Box and Muller, A note on the generation of random normal deviates, 1958.
 */
public final class NormalDeviates {
    private NormalDeviates() {}

    /** One number; takes two from the stream. */
    public static double deviate(RandomGenerator random) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** So many numbers. */
    public static float[] deviates(int count, RandomGenerator random) {
        float[] deviates = new float[count];
        for (int i = 0; i < count; i++) {
            deviates[i] = (float) deviate(random);
        }
        return deviates;
    }
}
