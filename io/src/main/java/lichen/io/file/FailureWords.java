package lichen.io.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** What an exception of the file system says, in words: its message is often no more than the path. */
public final class FailureWords {
    private FailureWords() {}

    /** The words for a failure, with the path. */
    public static String of(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file or folder";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (failure instanceof FileSystemException other && other.getReason() == null) {
            return other.getMessage() + ": " + other.getClass().getSimpleName();
        }
        return Objects.requireNonNullElseGet(failure.getMessage(), failure::toString);
    }
}
