package lichen.app.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.app.experiment.Seen;
import lichen.core.image.Image;
import lichen.io.file.Refuge;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;

/**
 * The picture that a command leaves.
 *
 * @param path where; {@code -} is standard output
 */
record OutputFile(Path path) {
    private static final String ENDING = ".png";
    private static final Path PIPED = Path.of("-");

    /**
     * Checks that a picture may be written there, before anything is computed for it.
     *
     * @param photographs what it is made from: never replaced
     * @param force whether another file may be replaced
     * @throws InputException if it may not
     * @throws IOException if it cannot
     */
    static OutputFile require(Path path, List<Path> photographs, boolean force) throws IOException {
        new NewFile("-o", ENDING, "photograph").require(path, photographs, force);
        return new OutputFile(path);
    }

    /**
     * Where the picture of a photograph goes if the user does not say: {@code moss-texture.png} in the current folder.
     *
     * @param what it is of the photograph
     */
    static Path usual(Path photograph, String what) {
        return Path.of(stem(photograph) + "-" + what + ENDING);
    }

    /** The photograph's name without folder and ending. */
    static String stem(Path photograph) {
        return String.valueOf(photograph.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
    }

    /** Standard output. */
    static OutputFile piped() {
        return new OutputFile(PIPED);
    }

    /** Whether it goes to standard output, so that nothing else may be said there. */
    boolean isPiped() {
        return path.equals(PIPED);
    }

    /** Copies a picture there: whole, or not at all, but then elsewhere. */
    void copy(Path picture, Console console) throws IOException {
        if (isPiped()) {
            Files.copy(picture, console.bytes());
            console.bytes().flush();
        } else {
            Refuge.write(path, out -> Files.copy(picture, out));
        }
    }

    /** Writes a picture there, with what was seen of its photograph: whole, or not at all, but then elsewhere. */
    void write(ImageCodec images, Image picture, Depth depth, Seen seen, Console console) throws IOException {
        if (isPiped()) {
            console.bytes().write(images.png(picture, depth, seen.text()));
            console.bytes().flush();
        } else {
            images.keepPng(picture, path, depth, seen.text());
        }
    }
}
