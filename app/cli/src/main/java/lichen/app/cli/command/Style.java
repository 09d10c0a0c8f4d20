package lichen.app.cli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lichen.core.image.MaskColour;
import lichen.core.plugin.FileReference;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A photograph whose style is taken, with its weight beside the others.
 *
 * @param name as the user wrote it, without region and weight
 * @param weight its part in the sum of all
 * @param region the colour of the region that it is for; empty for the whole picture
 */
record Style(String name, double weight, Optional<MaskColour> region) {
    private static final Pattern OF_A_REGION = Pattern.compile("(#?[0-9a-fA-F]{6})=(.+)");

    /** One for the whole picture. */
    Style(String name, double weight) {
        this(name, weight, Optional.empty());
    }

    private static final Pattern WEIGHTED = Pattern.compile("(.+):([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)");

    /** The file; one that comes along is named {@code bundled:<name>}. */
    FileReference file() {
        return fileOf(name);
    }

    /** The file of a name that a user wrote. */
    static FileReference fileOf(String name) {
        return name.startsWith("bundled:") ? new FileReference(name) : FileReference.to(Path.of(name));
    }

    /**
     * The same styles with weights that add up to 1.
     *
     * @throws InputException if they cannot
     */
    static List<Style> shares(List<Style> styles) {
        double sum = styles.stream().mapToDouble(Style::weight).sum();
        if (!(sum > 0 && Double.isFinite(sum))) {
            throw new InputException("--style: the weights must not all be 0, nor be too large to be added up");
        }
        return styles.stream()
                .map(style -> new Style(style.name, style.weight / sum, style.region))
                .filter(style -> style.weight > 0)
                .toList();
    }

    /** Reads {@code moss.jpg}, {@code moss.jpg:0.3} or, for a region, {@code #00ff00=moss.jpg}; a file of the whole name, if there is one, is meant as it stands. */
    static final class Converter implements ITypeConverter<Style> {
        @Override
        public Style convert(String text) {
            Matcher ofRegion = OF_A_REGION.matcher(text);
            if (!ofRegion.matches()) {
                return whole(text);
            }
            Style style = whole(ofRegion.group(2));
            return new Style(style.name, style.weight, Optional.of(MaskColour.of(ofRegion.group(1))));
        }

        private static Style whole(String text) {
            Matcher matcher = WEIGHTED.matcher(text);
            try {
                boolean isWeighted = matcher.matches() && !Files.exists(Path.of(text));
                Style style = isWeighted
                        ? new Style(matcher.group(1), Double.parseDouble(matcher.group(2)))
                        : new Style(text, 1);
                if (style.weight < 0) {
                    throw new TypeConversionException("the weight must not be negative, but is " + matcher.group(2));
                }
                style.file();
                return style;
            } catch (InvalidPathException e) {
                throw new TypeConversionException("is not a path of this system: " + e.getReason());
            } catch (NumberFormatException e) {
                throw new TypeConversionException(
                        "the weight after the colon must be a number, but is " + matcher.group(2));
            }
        }
    }
}
