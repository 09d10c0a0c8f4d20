package lichen.app.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import lichen.io.file.AtomicFiles;
import lichen.io.file.Refuge;

/**
 * The picture that a command leaves.
 *
 * @param path where
 */
record OutputFile(Path path) {
    private static final String ENDING = ".png";

    /**
     * Checks that a picture may be written there, before anything is computed for it.
     *
     * @param photograph what it is made from, if it is a picture: never replaced
     * @param force whether another file may be replaced
     * @throws InputException if it may not
     * @throws IOException if it cannot
     */
    static OutputFile require(Path path, Optional<Path> photograph, boolean force) throws IOException {
        if (!path.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            throw new InputException("-o " + path + ": must end with " + ENDING + ": no other format is written");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException("-o " + path + ": its folder does not exist; make it first, or choose another");
        }
        if (Files.exists(path)) {
            boolean isFolder = Files.isDirectory(path);
            if (isFolder || photograph.isPresent() && Files.isSameFile(path, photograph.get())) {
                throw new InputException("-o " + path + ": is " + (isFolder ? "a folder" : "the photograph itself")
                        + "; choose another name");
            }
            if (!force) {
                throw new InputException(
                        path + ": there is a file of this name; choose another by -o, or replace it by" + " --force");
            }
        }
        AtomicFiles.requireWritable(path);
        return new OutputFile(path);
    }

    /** Where the picture of a photograph goes if the user does not say: {@code moss-texture.png} in the current folder. */
    static Path usual(Path photograph) {
        return Path.of(stem(photograph) + "-texture" + ENDING);
    }

    /** The photograph's name without folder and ending. */
    static String stem(Path photograph) {
        return String.valueOf(photograph.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
    }

    /** Copies a picture there: whole, or not at all, but then elsewhere. */
    void copy(Path picture) throws IOException {
        Refuge.write(path, out -> Files.copy(picture, out));
    }
}
