package lichen.app.cli.command;

import java.util.Arrays;
import java.util.regex.Pattern;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Crop;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a part of an image as {@code x,y,width,height}, with or without the brackets of JSON. */
final class CropConverter implements ITypeConverter<Crop> {
    private static final Pattern NUMBERS = Pattern.compile("\\[?\\d{1,8}( *, *\\d{1,8}){3}]?");

    @Override
    public Crop convert(String text) {
        if (!NUMBERS.matcher(text).matches()) {
            throw new TypeConversionException("must be x,y,width,height in pixels, but is " + text);
        }
        int[] numbers = Arrays.stream(text.replaceAll("[\\[\\] ]", "").split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        try {
            return new Crop(numbers[0], numbers[1], numbers[2], numbers[3]);
        } catch (InvalidValueException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
