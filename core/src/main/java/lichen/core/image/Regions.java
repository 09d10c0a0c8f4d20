package lichen.core.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;

/**
 * The regions of a picture, as a mask draws them: each of its colours is one. At other extents a pixel belongs to the region that
 * most of its area belongs to.
 */
public final class Regions {
    /** A mask with more colours has smoothed edges, or was stored as JPEG. */
    private static final int MOST = 64;

    private final Size size;
    private final List<MaskColour> colours;
    private final int[] labels;

    private Regions(Size size, List<MaskColour> colours, int[] labels) {
        this.size = size;
        this.colours = colours;
        this.labels = labels;
    }

    /**
     * Reads a mask.
     *
     * @param name of the key that names it
     * @throws InvalidValueException naming the key, if the mask has too many colours
     */
    public static Regions of(Image mask, String name) {
        int[] labels = new int[mask.width() * mask.height()];
        Map<MaskColour, Integer> found = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = MaskColour.of(mask, i % mask.width(), i / mask.width()).rgb();
            found.putIfAbsent(new MaskColour(labels[i]), 0);
            Require.that(
                    found.size() <= MOST,
                    name,
                    "must have a colour for each region, at most " + MOST
                            + " in all, but has more: draw it without smoothed edges, and save it as PNG");
        }
        List<MaskColour> colours = List.copyOf(found.keySet());
        colours.forEach(colour -> found.put(colour, colours.indexOf(colour)));
        for (int i = 0; i < labels.length; i++) {
            labels[i] = found.getOrDefault(new MaskColour(labels[i]), 0);
        }
        return new Regions(mask.size(), colours, labels);
    }

    /** The mask's extents. */
    public Size size() {
        return size;
    }

    /** Its colours in ascending order; one that is lost at these extents is among them. */
    public List<MaskColour> colours() {
        return colours;
    }

    /** Which of the colours a pixel has, counted from 0. */
    public int at(int x, int y) {
        return labels[y * size.width() + x];
    }

    /** How many pixels a region has. */
    public int pixels(MaskColour colour) {
        int label = colours.indexOf(colour);
        return (int) IntStream.of(labels).filter(own -> own == label).count();
    }

    /**
     * Checks that a region is there.
     *
     * @throws InvalidValueException naming the colour
     */
    public void require(MaskColour colour) {
        Require.that(
                colours.contains(colour), "colour", "must be one of the mask's, " + colours + ", but is " + colour);
    }

    /** The regions at other extents. Where the shapes differ, the largest part of the new shape in the middle is meant. */
    public Regions fit(Size other) {
        if (size.equals(other)) {
            return this;
        }
        Crop part = Resize.middle(size, other);
        List<double[]> across = overlaps(part.width(), other.width());
        List<double[]> down = overlaps(part.height(), other.height());
        int[] fitted = new int[other.width() * other.height()];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = most(part, across.get(i % other.width()), down.get(i / other.width()));
        }
        return new Regions(other, colours, fitted);
    }

    /** For each of the outputs along an axis: the first input that it covers, and how much of this and the next ones. */
    private static List<double[]> overlaps(int inputs, int outputs) {
        List<double[]> all = new ArrayList<>();
        double factor = (double) inputs / outputs;
        for (int output = 0; output < outputs; output++) {
            double start = output * factor;
            double end = Math.min(inputs, start + factor);
            int first = Math.min(inputs - 1, (int) start);
            int last = Math.max(first, (int) Math.ceil(end) - 1);
            double[] row = new double[last - first + 2];
            row[0] = first;
            for (int i = first; i <= last; i++) {
                row[i - first + 1] = Math.min(i + 1.0, end) - Math.max(i, start);
            }
            all.add(row);
        }
        return all;
    }

    private int most(Crop part, double[] across, double[] down) {
        double[] areas = new double[colours.size()];
        for (int row = 1; row < down.length; row++) {
            for (int column = 1; column < across.length; column++) {
                int x = part.x() + (int) across[0] + column - 1;
                int y = part.y() + (int) down[0] + row - 1;
                areas[at(x, y)] += down[row] * across[column];
            }
        }
        int most = 0;
        for (int label = 1; label < areas.length; label++) {
            most = areas[label] > areas[most] ? label : most;
        }
        return most;
    }
}
