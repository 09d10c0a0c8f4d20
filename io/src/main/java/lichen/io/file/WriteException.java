package lichen.io.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** A file that could not be written: one line with its path, the reason, and the way out. */
public final class WriteException extends IOException {
    private static final long serialVersionUID = 1L;

    private WriteException(String message, IOException cause) {
        super(message, cause);
    }

    /**
     * Says why a file could not be written.
     *
     * @param path the file or folder that was meant
     * @param bytes how much of it was written before
     * @param cause what went wrong; encoders wrap what the system said, so the innermost reason is told
     */
    public static WriteException of(Path path, long bytes, IOException cause) {
        return new WriteException(path + ": cannot be written: " + reason(bytes, innermost(cause)), cause);
    }

    /** The same, for what was then written elsewhere. */
    static WriteException keptIn(Path elsewhere, IOException cause) {
        return new WriteException(cause.getMessage() + "; what was to be written there is in " + elsewhere, cause);
    }

    private static IOException innermost(IOException cause) {
        IOException inner = cause;
        while (inner.getCause() instanceof IOException next) {
            inner = next;
        }
        return inner;
    }

    private static String reason(long bytes, IOException cause) {
        String said = said(cause);
        String lower = said.toLowerCase(Locale.ROOT);
        if (FullDiskException.isSaidIn(said)) {
            return "no space is left after " + bytes + " bytes; free some, or choose a folder on another disk";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied; choose a folder that you may write to";
        }
        if (cause instanceof NoSuchFileException) {
            return "its folder does not exist; make it first, or choose another";
        }
        if (lower.contains("not a directory")) {
            return "a part of the path is a file, not a folder; choose another path";
        }
        return said;
    }

    /** The system's words without the path that Java puts before them. */
    private static String said(IOException cause) {
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
