package lichen.model.operation;

import java.util.List;
import java.util.Optional;
import lichen.core.npy.NdArray;

/**
 * An operation as it stands in a file. What is asked for must be there and fit; the file refuses what was not asked for.
 * Each question is a method, since a file says no more than an operation understands.
 */
public interface Stored {
    /** Stands for any extent of an array. */
    int ANY = -1;

    /** A text. */
    String text(String key);

    /** A whole number; the message of another one says what is needed. */
    int whole(String key, int least, String needed);

    /** So many whole numbers. */
    List<Integer> wholes(String key, int count, int least, String needed);

    /** A number above 0, which may be left out. */
    Optional<Double> positive(String key, String needed);

    /** An array of the operation's numbers, of this shape. */
    NdArray<float[]> array(String name, int... shape);

    /** What to throw where a text is unknown. */
    RuntimeException unknown(String key);
}
