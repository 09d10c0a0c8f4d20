package lichen.io.data;

import com.google.inject.Guice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import lichen.core.image.Image;
import lichen.core.image.SideRange;
import lichen.core.plugin.FolderReference;
import lichen.core.random.RandomStreams;
import lichen.io.IoModule;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;

/** Photographs for the tests, and data sets of them. */
final class Studio {
    static final ImageCodec CODEC = Guice.createInjector(new IoModule()).getInstance(ImageCodec.class);
    static final RandomStreams RANDOM = new RandomStreams(7);

    /** Keeps every patch. */
    static final Rejection KEEP = new Rejection(0, 0);

    /** For those who do not look. */
    static final CutListener SILENT = (done, total, photograph) -> {};

    private Studio() {}

    /** White noise in 256 levels, so that an 8-bit PNG keeps it. */
    static Image noise(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[width * height * Image.CHANNELS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(256) / 255f;
        }
        return Image.of(width, height, values);
    }

    /** One colour. */
    static Image flat(int width, int height, float value) {
        float[] values = new float[width * height * Image.CHANNELS];
        Arrays.fill(values, value);
        return Image.of(width, height, values);
    }

    /** Writes a photograph, and the folders on the way. */
    static Path write(Path file, Image image) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        CODEC.writePng(image, file, Depth.EIGHT_BITS);
        return file;
    }

    /** Several photographs of noise, 100 x 70 pixels, named a.png, b.png and so on. */
    static Path photographs(Path folder, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            write(folder.resolve((char) ('a' + i) + ".png"), noise(100, 70, i));
        }
        return folder;
    }

    /** Squares of exactly 32 pixels that stay as they are, nothing left out, a quarter of the photographs to validate. */
    static Patches plain(Path folder) {
        return new Patches(
                Optional.of(FolderReference.to(folder)), List.of(), new SideRange(32, 32), 32, 0.25, true, true, KEEP);
    }

    /** As {@link #plain} with sides of a range and another size. */
    static Patches sized(Path folder, SideRange side, int size) {
        return new Patches(Optional.of(FolderReference.to(folder)), List.of(), side, size, 0.25, true, true, KEEP);
    }

    /** The data set of {@link #plain}: six patches for each of several photographs. */
    static DataSet dataSet(Path folder, int photographs) throws IOException {
        return plain(photographs(folder.resolve("photographs"), photographs))
                .plan(CODEC, RANDOM)
                .cut(folder.resolve("set"), CODEC, SILENT);
    }
}
