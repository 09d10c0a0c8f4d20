package lichen.app.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import lichen.core.plugin.FileReference;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A photograph as a user names it: a path, {@code bundled:<name>} for one that comes along, or {@code -} for standard input.
 *
 * @param name as written
 */
record Original(String name) {
    private static final String BUNDLED = "bundled:";
    private static final String PIPED = "-";

    /** The file. */
    FileReference file() {
        if (name.equals(PIPED)) {
            return FileReference.standardInput();
        }
        return name.startsWith(BUNDLED) ? new FileReference(name) : FileReference.to(Path.of(name));
    }

    /** Its name without folder and ending: what files are called after it. */
    String stem() {
        return OutputFile.stem(Path.of(name.equals(PIPED) ? "stdin" : name.replaceFirst("^" + BUNDLED, "")));
    }

    /** Where it lies, if a file that is written could be in its place. */
    Path path() {
        return Path.of(name.startsWith(BUNDLED) ? stem() : file().name());
    }

    @Override
    public String toString() {
        return name;
    }

    /** Reads a name. */
    static final class Converter implements ITypeConverter<Original> {
        @Override
        public Original convert(String text) {
            try {
                Original original = new Original(text);
                original.file();
                return original;
            } catch (InvalidPathException e) {
                throw new TypeConversionException("is not a path of this system: " + e.getReason());
            }
        }
    }
}
