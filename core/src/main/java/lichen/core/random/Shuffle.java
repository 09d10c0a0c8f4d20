package lichen.core.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Fisher and Yates' shuffle with the project's own random numbers. */
public final class Shuffle {
    private Shuffle() {}

    /** The elements in an order drawn from all orders alike. */
    public static <T> List<T> of(List<T> elements, RandomGenerator random) {
        List<T> shuffled = new ArrayList<>(elements);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return List.copyOf(shuffled);
    }
}
