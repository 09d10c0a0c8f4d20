package lichen.core.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Streams of random numbers by name, from one seed. A stream depends on the seed and its name alone, so that one user's draws do
 * not change another's; the numbers are the same on every machine.
 *
 * <p>Streams of neighbouring seeds, or of alike names, have nothing to do with each other: the first 64 bits of the SHA-256 digest
 * of seed and name are the seed of a generator L64X128Mix. Its additive constant is made of them too, so that two streams are not
 * stretches of one long sequence. Source: Steele and Vigna, "LXM: Better Splittable Pseudorandom Number Generators (and Almost as
 * Fast)" (2021).
 *
 * @param seed the experiment's seed
 */
public record RandomStreams(long seed) {
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    /** A fresh stream, at its beginning. */
    public RandomGenerator stream(String name) {
        return GENERATORS.create(ByteBuffer.wrap(digest(name)).getLong());
    }

    /**
     * Streams for a part of the experiment, unlike those of the experiment and of other parts. The part's seed is a number from 0
     * to 2^31 - 1, which can be written into a config; two of a thousand parts have the same one with a chance of 1 in 4,000.
     */
    public RandomStreams part(String name) {
        return new RandomStreams(stream("part " + name).nextInt(Integer.MAX_VALUE));
    }

    private byte[] digest(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
