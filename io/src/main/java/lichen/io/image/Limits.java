package lichen.io.image;

import lichen.core.image.Size;

/** What a file may ask for, checked before it gets it: a file of 60 bytes can declare an image of ten gigabytes. */
final class Limits {
    /** More than any photograph comes to, and what an array in memory can be read into at once. */
    static final long MOST_BYTES = 512L << 20;

    /** The largest common sensors have about 100 megapixels; as numbers they take 1.2 GB. */
    static final long MOST_PIXELS = 100_000_000;

    /** Leaves room for panoramas; longer sides stand for a damaged or hostile header. */
    static final int LONGEST_SIDE = 30_000;

    /** What decoding holds at its peak for one pixel: the decoded picture, the numbers, and their copy in the image. */
    private static final long BYTES_PER_PIXEL = 32;

    private Limits() {}

    static void requireBytes(String file, long bytes) throws ImageFileException {
        if (bytes > MOST_BYTES) {
            throw new ImageFileException(
                    file,
                    "larger than " + (MOST_BYTES >> 20) + " MiB, the most that is read; save a part of it as PNG");
        }
        if (bytes == 0) {
            throw new ImageFileException(file, "empty (0 bytes); copy or save the image again");
        }
    }

    static void requireExtents(String file, long width, long height) throws ImageFileException {
        if (width < 1 || height < 1) {
            throw new ImageFileException(file, "declares " + width + " x " + height + " pixels: the file is damaged");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
            throw new ImageFileException(
                    file,
                    "declares " + width + " x " + height + " pixels; the most are " + LONGEST_SIDE + " a side and "
                            + MOST_PIXELS / 1_000_000 + " megapixels: cut out or shrink the part you need first");
        }
        Size size = new Size((int) width, (int) height);
        if (bytes(size) > available()) {
            // What is called used is mostly garbage where one image was read after another.
            System.gc();
        }
        requireMemory(file, size, available());
    }

    static void requireMemory(String file, Size size, long available) throws ImageFileException {
        long needed = bytes(size);
        if (needed > available) {
            throw new ImageFileException(
                    file,
                    size + " pixels take " + (needed >> 20) + " MiB to decode, but Java has " + (available >> 20)
                            + " MiB left: cut out the part you need first, or give Java more (-Xmx)");
        }
    }

    private static long bytes(Size size) {
        return BYTES_PER_PIXEL * size.width() * size.height();
    }

    private static long available() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
