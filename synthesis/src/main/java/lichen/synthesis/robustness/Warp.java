package lichen.synthesis.robustness;

import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.image.Image;
import lichen.core.image.Size;

/**
 * An image looked at another way: each pixel of the view is interpolated between four of the image.
 *
 * <p>v[i] = sum over the four neighbours j of w[i,j] x[j], with x[j] = 0.5, or that of the repeated image,
 * outside. {@code [H][W][3] -> [H'][W'][3]}, flattened. Pullback: dL/dx[j] = sum over i of w[i,j] dL/dv[i], the exact transpose.
 *
 * @param image the extents of the image
 * @param view the extents of the view
 * @param place where the view looks
 * @param outside what lies around the image
 */
record Warp(Size image, Size view, Affine place, Outside outside) implements Differentiable<double[], double[]> {
    private static final double GREY = 0.5;
    private static final int CHANNELS = Image.CHANNELS;

    @Override
    public Evaluation<double[], double[]> at(double[] pixels) {
        double[] seen = new double[view.width() * view.height() * CHANNELS];
        eachNeighbour((to, from, weight) -> {
            for (int c = 0; c < CHANNELS; c++) {
                seen[to + c] += weight * (from < 0 ? GREY : pixels[from + c]);
            }
        });
        return new Evaluation<>(seen, this::transpose);
    }

    private double[] transpose(double[] slopes) {
        double[] gradient = new double[image.width() * image.height() * CHANNELS];
        eachNeighbour((to, from, weight) -> {
            for (int c = 0; c < CHANNELS && from >= 0; c++) {
                gradient[from + c] += weight * slopes[to + c];
            }
        });
        return gradient;
    }

    /** Is told of a neighbour and its weight. */
    private interface Neighbour {
        /** Indices of the first colour, in the view and in the image; negative for outside. */
        void add(int to, int from, double weight);
    }

    private void eachNeighbour(Neighbour neighbour) {
        for (int y = 0; y < view.height(); y++) {
            for (int x = 0; x < view.width(); x++) {
                double column = place.column(x, y);
                double row = place.row(x, y);
                int left = (int) Math.floor(column);
                int top = (int) Math.floor(row);
                double right = column - left;
                double bottom = row - top;
                int to = (y * view.width() + x) * CHANNELS;
                neighbour.add(to, index(left, top), (1 - right) * (1 - bottom));
                neighbour.add(to, index(left + 1, top), right * (1 - bottom));
                neighbour.add(to, index(left, top + 1), (1 - right) * bottom);
                neighbour.add(to, index(left + 1, top + 1), right * bottom);
            }
        }
    }

    private int index(int column, int row) {
        if (outside == Outside.WRAP) {
            return (Math.floorMod(row, image.height()) * image.width() + Math.floorMod(column, image.width()))
                    * CHANNELS;
        }
        boolean isInside = column >= 0 && column < image.width() && row >= 0 && row < image.height();
        return isInside ? (row * image.width() + column) * CHANNELS : -1;
    }
}
