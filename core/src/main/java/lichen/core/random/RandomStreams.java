package lichen.core.random;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * Independent streams of random numbers by name, from one seed. A stream depends on the seed and its name alone, so that
 * one user's draws do not change another's; the numbers are the same on every machine.
 *
 * @param seed the experiment's seed
 */
public record RandomStreams(long seed) {
    /** Spreads seeds that differ in few bits; the constant is that of SplittableRandom. */
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** A fresh stream, at its beginning. */
    public RandomGenerator stream(String name) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return new SplittableRandom(seed * GOLDEN_GAMMA + crc.getValue());
    }
}
