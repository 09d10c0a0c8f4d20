package lichen.io.file;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A disk has no room left: whoever frees some can go on. */
public final class FullDiskException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A failure that was told by another process. */
    public FullDiskException(String message) {
        super(message);
    }

    /** Whether something failed because a disk is full, which only the words of the system tell. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FullDiskException || cause instanceof IOException && isSaidIn(cause.getMessage())) {
                return true;
            }
        }
        return false;
    }

    static boolean isSaidIn(@Nullable String words) {
        String lower = words == null ? "" : words.toLowerCase(Locale.ROOT);
        return lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota");
    }
}
