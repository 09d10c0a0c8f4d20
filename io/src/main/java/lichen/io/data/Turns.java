package lichen.io.data;

import java.util.random.RandomGenerator;

/**
 * Which turns training may draw.
 *
 * @param rotations whether quarter turns are among them
 * @param mirrors whether mirrored ones are among them
 */
public record Turns(boolean rotations, boolean mirrors) {
    private static final int QUARTERS = 4;

    /** One of them, all alike; takes as many numbers from the stream whatever is allowed. */
    Turn draw(RandomGenerator random) {
        int quarters = random.nextInt(QUARTERS);
        boolean mirrored = random.nextBoolean();
        return new Turn(rotations ? quarters : 0, mirrors && mirrored);
    }
}
