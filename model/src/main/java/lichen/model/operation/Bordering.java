package lichen.model.operation;

import lichen.core.tensor.Margins;

/**
 * Where an operation says how it is carried over to another border. The methods are the kinds of ways in which an output
 * reads its input; an operation calls one of them.
 */
public interface Bordering {
    /** Each pixel reads that pixel of its inputs, whose borders must agree. */
    void pixels();

    /** Each pixel reads that pixel of the first input, and all others as a whole. */
    void pixelsOfFirst();

    /** Each pixel reads a window. */
    void windows(Windowed operation);

    /** The input with margins. */
    void margins(Margins margins);

    /** Each pixel of the input becomes a square of so many rows and columns. */
    void squares(int side);

    /** Everything is read at once, and so many rows and columns are given: what is beyond a border would count as well. */
    void whole(int rows, int columns);
}
