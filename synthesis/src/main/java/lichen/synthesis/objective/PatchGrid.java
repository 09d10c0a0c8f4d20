package lichen.synthesis.objective;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where the square patches of a map lie: every few pixels along rows and columns, inside the map, or around its border where it goes on
 * there. A patch is a row of {@code side * side * channels} numbers.
 *
 * @param height of the map
 * @param width of the map
 * @param channels of the map
 * @param side of a patch
 * @param stride from patch to patch
 * @param circular whether patches reach around the border
 */
record PatchGrid(int height, int width, int channels, int side, int stride, boolean circular) {
    /** The grid of a map {@code [1,H,W,C]}. */
    static PatchGrid of(INDArray map, int side, int stride, boolean circular) {
        return new PatchGrid((int) map.size(1), (int) map.size(2), (int) map.size(3), side, stride, circular);
    }

    /** How many patches there are. */
    int count() {
        return along(height) * along(width);
    }

    /** The numbers of a patch. */
    int length() {
        return side * side * channels;
    }

    /** Copies all patches out of a map: {@code [H][W][C] -> [count][length]}. */
    void gather(float[] map, float[] patches) {
        for (int patch = 0; patch < count(); patch++) {
            gather(map, patch, patches, patch * length());
        }
    }

    /** Copies some patches out of a map: {@code [H][W][C] -> [N][length]}. */
    void gather(float[] map, int[] chosen, float[] patches) {
        for (int i = 0; i < chosen.length; i++) {
            gather(map, chosen[i], patches, i * length());
        }
    }

    private void gather(float[] map, int patch, float[] patches, int first) {
        int to = first;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                System.arraycopy(map, pixel(patch, row, column) * channels, patches, to, channels);
                to += channels;
            }
        }
    }

    /** Adds all patches to a map, each at its place: {@code [count][length] -> [H][W][C]}. */
    void scatter(float[] patches, float[] map) {
        for (int patch = 0; patch < count(); patch++) {
            scatter(patches, patch * length(), patch, map);
        }
    }

    /** Adds some patches to a map, each at its place: {@code [N][length] -> [H][W][C]}. */
    void scatter(float[] patches, int[] chosen, float[] map) {
        for (int i = 0; i < chosen.length; i++) {
            scatter(patches, i * length(), chosen[i], map);
        }
    }

    private void scatter(float[] patches, int first, int patch, float[] map) {
        int from = first;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int to = pixel(patch, row, column) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    map[to + channel] += patches[from++];
                }
            }
        }
    }

    /** Which pixel of the map, row by row, one of a patch is. */
    int pixel(int patch, int row, int column) {
        int y = start(patch / along(width), height) + row;
        int x = start(patch % along(width), width) + column;
        return y % height * width + x % width;
    }

    /** The last patch ends at the border, wherever the steps before lead. */
    private int start(int step, int extent) {
        return circular ? step * stride : Math.min(step * stride, extent - side);
    }

    private int along(int extent) {
        return circular ? (extent + stride - 1) / stride : (extent - side + stride - 1) / stride + 1;
    }
}
