package lichen.app.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import lichen.app.experiment.direct.MaterialMap;
import lichen.core.check.InvalidValueException;
import lichen.core.plugin.FileReference;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads another map of a photograph's material: {@code normal.png:normal}. */
final class MapOption implements ITypeConverter<MaterialMap> {
    private static final String NORMAL = "normal";

    @Override
    public MaterialMap convert(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new TypeConversionException("must name the map after a colon, as normal.png:normal, but is " + text);
        }
        String name = text.substring(colon + 1);
        MaterialMap.Kind kind = name.equals(NORMAL) ? MaterialMap.Kind.NORMAL : MaterialMap.Kind.PLAIN;
        try {
            return new MaterialMap(name, FileReference.to(Path.of(text.substring(0, colon))), kind);
        } catch (InvalidValueException e) {
            throw new TypeConversionException("the name after the colon " + e.reason());
        } catch (InvalidPathException e) {
            throw new TypeConversionException("is not a path of this system: " + e.getReason());
        }
    }
}
