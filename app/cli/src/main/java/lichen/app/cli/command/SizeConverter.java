package lichen.app.cli.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Size;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the extents of an image as {@code 256x256}; one number is the side of a square. */
final class SizeConverter implements ITypeConverter<Size> {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})(?:[xX*](\\d{1,6}))?");

    @Override
    public Size convert(String text) {
        Matcher matcher = NUMBERS.matcher(text.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException("must be WIDTHxHEIGHT in pixels, such as 256x256, but is " + text);
        }
        String height = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
        try {
            return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(height));
        } catch (InvalidValueException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
