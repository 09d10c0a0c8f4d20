package lichen.synthesis.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lichen.core.image.Image;

/**
 * The patches of photographs at one scale, each of which lends them to a region of the image. A place is a number: where a patch's
 * upper left corner lies in the rows of all planes, the photographs and, if they lend patches too, their mirror images. A row is as
 * long as the widest photograph's.
 */
final class Exemplar {
    private final int patch;
    private final int width;
    private final List<Plane> planes;
    private final int[] planeOfRow;
    private final int[] regions;
    private final float[] values;

    /** Rows of one image. */
    private record Plane(int first, int width, int height, int region, boolean isMirrored) {
        /** Where a patch begins in the image as it is. */
        int column(int x, int patch) {
            return isMirrored ? width - patch - x : x;
        }
    }

    private Exemplar(int patch, int width, List<Plane> planes) {
        this.patch = patch;
        this.width = width;
        this.planes = List.copyOf(planes);
        Plane last = planes.get(planes.size() - 1);
        planeOfRow = new int[last.first + last.height];
        regions = new int[planeOfRow.length * width];
        Arrays.fill(regions, Surface.NOTHING);
        values = new float[regions.length * Image.CHANNELS];
        for (int plane = 0; plane < planes.size(); plane++) {
            Plane of = planes.get(plane);
            Arrays.fill(planeOfRow, of.first, of.first + of.height, plane);
            for (int y = 0; y <= of.height - patch; y++) {
                int start = (of.first + y) * width;
                Arrays.fill(regions, start, start + Math.max(0, of.width - patch + 1), of.region);
            }
        }
    }

    /** The patches of an image, for all of another. */
    static Exemplar of(Image image, PatchDiffusion settings) {
        return of(List.of(image), settings);
    }

    /** The patches of several images; the first ones are for region 0, the next for 1, and so on. */
    static Exemplar of(List<Image> images, PatchDiffusion settings) {
        int times = settings.mirrored() ? 2 : 1;
        List<Plane> planes = new ArrayList<>();
        int first = 0;
        int width = 0;
        for (int region = 0; region < images.size(); region++) {
            Image image = images.get(region);
            for (int time = 0; time < times; time++) {
                planes.add(new Plane(first, image.width(), image.height(), region, time == 1));
                first += image.height();
            }
            width = Math.max(width, image.width());
        }
        Exemplar exemplar = new Exemplar(settings.patch(), width, planes);
        for (int plane = 0; plane < planes.size(); plane++) {
            exemplar.copy(Planes.centred(images.get(plane / times)), planes.get(plane));
        }
        return exemplar;
    }

    private void copy(float[] pixels, Plane plane) {
        for (int pixel = 0; pixel < plane.width * plane.height; pixel++) {
            int to = (plane.first + pixel / plane.width) * width + plane.column(pixel % plane.width, 1);
            System.arraycopy(pixels, pixel * Image.CHANNELS, values, to * Image.CHANNELS, Image.CHANNELS);
        }
    }

    /** Side of a patch. */
    int patch() {
        return patch;
    }

    /** Length of a row. */
    int width() {
        return width;
    }

    /** The most pixels that a place lies to the right of a row's start. */
    int lastColumn(int plane) {
        return planes.get(plane).width - patch;
    }

    /** The most rows that a place lies below a plane's first. */
    int lastRow(int plane) {
        return planes.get(plane).height - patch;
    }

    /** Any plane of those that lend to a region. */
    int planeFor(int region, RandomGenerator random) {
        int first = 0;
        while (planes.get(first).region != region) {
            first++;
        }
        int end = first;
        while (end < planes.size() && planes.get(end).region == region) {
            end++;
        }
        return first + random.nextInt(end - first);
    }

    /** Which region a patch is lent to; {@link Layout#NOTHING} where it is not. */
    int region(int place) {
        return regions[place];
    }

    /** All patches that are lent to a region. */
    int[] places(int region) {
        return IntStream.range(0, regions.length)
                .filter(place -> regions[place] == region)
                .toArray();
    }

    int place(int plane, int x, int y) {
        return (planes.get(plane).first + y) * width + x;
    }

    int plane(int place) {
        return planeOfRow[place / width];
    }

    int x(int place) {
        return place % width;
    }

    int y(int place) {
        return place / width - planes.get(plane(place)).first;
    }

    /** The place as near as there is to this one, whether it is lent or not. */
    int nearest(int plane, double x, double y) {
        int column = (int) Math.max(0, Math.min(lastColumn(plane), Math.round(x)));
        int row = (int) Math.max(0, Math.min(lastRow(plane), Math.round(y)));
        return place(plane, column, row);
    }

    /** All numbers times a factor: rows of R G B, in [-1, 1] for the factor 1. */
    float[] times(double factor) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) factor * values[i];
        }
        return scaled;
    }

    /** The numbers themselves, only read. */
    float[] values() {
        return values;
    }
}
