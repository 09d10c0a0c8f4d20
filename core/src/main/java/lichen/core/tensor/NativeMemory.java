package lichen.core.tensor;

import java.util.Locale;
import lichen.core.check.Require;
import org.bytedeco.javacpp.Pointer;

/** The memory outside of Java's heap that arrays live in. */
public final class NativeMemory {
    private static final double MEBIBYTE = 1 << 20;

    private NativeMemory() {}

    /** The most bytes that this process may take for arrays; set by {@code -Dorg.bytedeco.javacpp.maxbytes}. */
    public static long limit() {
        return Pointer.maxBytes() > 0 ? Pointer.maxBytes() : Long.MAX_VALUE;
    }

    /** The bytes that this process holds for arrays now. */
    public static long used() {
        return Pointer.totalBytes();
    }

    /**
     * Refuses what cannot fit, before any of it is allocated.
     *
     * @param bytes how much is needed
     * @param what needs it, the beginning of a sentence
     * @throws lichen.core.check.InvalidValueException if it is more than the limit
     */
    public static void require(long bytes, String what) {
        Require.that(
                bytes <= limit(),
                "memory",
                String.format(
                        Locale.ROOT,
                        "is too small: %s takes %.0f MiB, and arrays may take %.0f MiB. Take fewer or smaller images.",
                        what,
                        bytes / MEBIBYTE,
                        limit() / MEBIBYTE));
    }
}
