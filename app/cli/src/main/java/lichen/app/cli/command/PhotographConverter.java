package lichen.app.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import lichen.core.plugin.FileReference;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the path of a photograph; {@code -} is standard input. */
final class PhotographConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        try {
            return text.equals("-") ? Path.of(FileReference.standardInput().name()) : Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("is not a path of this system: " + e.getReason());
        }
    }
}
