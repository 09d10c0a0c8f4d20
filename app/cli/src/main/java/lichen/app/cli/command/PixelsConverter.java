package lichen.app.cli.command;

import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import lichen.model.foreign.InputScaling;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a network expects of the pixels, as configs name it: {@code imagenet-bgr}. */
final class PixelsConverter implements ITypeConverter<InputScaling> {
    @Override
    public InputScaling convert(String text) {
        return Stream.of(InputScaling.values())
                .filter(scaling -> name(scaling).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "must be one of " + String.join(", ", new Names()) + ", but is \"" + text + "\""));
    }

    /** What configs call it. */
    static String name(InputScaling scaling) {
        return scaling.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All names. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(InputScaling.values()).map(PixelsConverter::name).iterator();
        }
    }
}
