package lichen.model.generator;

import lichen.core.random.NormalDeviates;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostWork;

/**
 * What is drawn for one image, by position, from a bell curve: the noise of a row depends on the seed, on the image, on the input and on the
 * number of the row alone, and begins alike whatever its length. So a part of an image can be made without the rest. A vector is a map of one
 * row.
 *
 * @param streams random numbers for this generator
 * @param image its number
 */
record NoiseRows(RandomStreams streams, long image) {
    /**
     * Rows of noise, one after the other.
     *
     * @param input the input that is given it
     * @param window which rows
     * @param length how many numbers a row has
     */
    float[] of(String input, Window window, int length) {
        float[] rows = new float[window.rows * length];
        HostWork.of(window.rows).run((worker, y) -> {
            int row = Math.floorMod(window.first + y, window.all);
            String name = "image " + image + ", " + input + ", row " + row;
            System.arraycopy(NormalDeviates.deviates(length, streams.stream(name)), 0, rows, y * length, length);
        });
        return rows;
    }

    /**
     * Rows of an image that begins again beyond its border.
     *
     * @param first the first of them; may lie outside
     * @param rows how many
     * @param all how many rows the image has
     */
    record Window(int first, int rows, int all) {
        /** All rows. */
        static Window whole(int rows) {
            return new Window(0, rows, rows);
        }

        /** The same rows where one stands for so many. */
        Window over(int stride) {
            return new Window(first / stride, rows / stride, all / stride);
        }
    }
}
