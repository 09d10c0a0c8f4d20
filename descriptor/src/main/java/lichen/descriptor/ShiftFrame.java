package lichen.descriptor;

import java.util.Arrays;
import java.util.List;
import lichen.core.image.Offset;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An image with a margin as wide as its longest displacement, for {@link ShiftedProducts}. A row more above and below keeps a
 * displacement to the side inside.
 *
 * @param height rows of the image
 * @param width columns of the image
 * @param channels numbers of a pixel
 * @param marginY rows above and below
 * @param marginX columns on each side
 * @param wrap whether the margin of the whole frame repeats the image; else it is zero
 */
record ShiftFrame(int height, int width, int channels, int marginY, int marginX, boolean wrap) {
    static ShiftFrame around(INDArray map, List<Offset> shifts, boolean wrap) {
        int height = Math.toIntExact(map.size(1));
        int width = Math.toIntExact(map.size(2));
        int marginX = 0;
        int marginY = 0;
        for (Offset shift : shifts) {
            marginX = Math.max(marginX, Math.abs(shift.x()));
            marginY = Math.max(marginY, Math.abs(shift.y()));
        }
        return new ShiftFrame(height, width, Math.toIntExact(Nhwc.channels(map)), marginY + 1, marginX, wrap);
    }

    /** The pixels of the rows that hold the image. */
    long middlePixels() {
        return (long) height * rowWidth();
    }

    /** The pixels of the whole frame. */
    long pixels() {
        return (height + 2L * marginY) * rowWidth();
    }

    /** Where those rows begin in the whole frame, displaced. */
    long first(Offset shift) {
        return (long) (marginY + shift.y()) * rowWidth() + shift.x();
    }

    /** How many pairs of pixels there are at that distance. */
    long pairs(Offset shift) {
        return wrap ? (long) height * width : (long) (height - Math.abs(shift.y())) * (width - Math.abs(shift.x()));
    }

    /** The rows that hold the image, with zeros at the sides. */
    float[] middle(float[] map, TensorScope scope) {
        float[] middle = scope.floats(Math.toIntExact(middlePixels() * channels));
        Arrays.fill(middle, 0);
        for (int y = 0; y < height; y++) {
            System.arraycopy(map, y * width * channels, middle, inMiddle(y), width * channels);
        }
        return middle;
    }

    /** The image in its margin. */
    float[] whole(float[] map, TensorScope scope) {
        float[] whole = scope.floats(Math.toIntExact(pixels() * channels));
        Arrays.fill(whole, 0);
        eachPixel((pixel, source) -> System.arraycopy(map, source * channels, whole, pixel * channels, channels));
        return whole;
    }

    /** The gradient of the image from those of the middle and of the whole frame: each pixel gathers from its copies. */
    float[] gather(float[] middle, float[] whole, TensorScope scope) {
        float[] gradient = scope.floats(height * width * channels);
        for (int y = 0; y < height; y++) {
            System.arraycopy(middle, inMiddle(y), gradient, y * width * channels, width * channels);
        }
        eachPixel((pixel, source) -> {
            for (int c = 0; c < channels; c++) {
                gradient[source * channels + c] += whole[pixel * channels + c];
            }
        });
        return gradient;
    }

    /** Every pixel of the frame that shows one of the image, and which. */
    private void eachPixel(Copies copies) {
        int pixel = 0;
        for (int y = -marginY; y < height + marginY; y++) {
            for (int x = -marginX; x < width + marginX; x++) {
                if (wrap) {
                    copies.at(pixel, Math.floorMod(y, height) * width + Math.floorMod(x, width));
                } else if (y >= 0 && y < height && x >= 0 && x < width) {
                    copies.at(pixel, y * width + x);
                }
                pixel++;
            }
        }
    }

    private int inMiddle(int row) {
        return (row * rowWidth() + marginX) * channels;
    }

    private int rowWidth() {
        return width + 2 * marginX;
    }

    /** What is done with a pixel of the frame and the pixel of the image that it shows. */
    @FunctionalInterface
    private interface Copies {
        void at(int pixel, int source);
    }
}
