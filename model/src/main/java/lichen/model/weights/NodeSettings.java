package lichen.model.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Margins;

/**
 * What a node says beside its name, its kind and its inputs.
 *
 * @param geometry window, stride and padding, for the kinds that have them
 * @param margins top, bottom, left and right, for the kinds that have them
 * @param maximum the most that a ReLU puts out, where there is one
 */
record NodeSettings(Optional<Convolution> geometry, Optional<Margins> margins, Optional<Float> maximum) {
    private static final String WINDOW = "window";
    private static final String STRIDE = "stride";
    private static final String PADDING = "padding";
    private static final String MARGINS = "margins";
    private static final String MAXIMUM = "maximum";

    /** Which of them a kind of node has. */
    enum Kind {
        NONE,
        GEOMETRY,
        MARGINS,
        MAXIMUM
    }

    static NodeSettings none() {
        return new NodeSettings(Optional.empty(), Optional.empty(), Optional.empty());
    }

    static NodeSettings of(Convolution geometry) {
        return new NodeSettings(Optional.of(geometry), Optional.empty(), Optional.empty());
    }

    static NodeSettings of(Margins margins) {
        return new NodeSettings(Optional.empty(), Optional.of(margins), Optional.empty());
    }

    static NodeSettings ofMaximum(float maximum) {
        return Float.isInfinite(maximum)
                ? none()
                : new NodeSettings(Optional.empty(), Optional.empty(), Optional.of(maximum));
    }

    /** The keys that a node of this kind must have. */
    static Set<String> keys(Kind kind, JsonNode object) {
        return switch (kind) {
            case NONE -> Set.of();
            case GEOMETRY -> Set.of(WINDOW, STRIDE, PADDING);
            case MARGINS -> Set.of(MARGINS);
            case MAXIMUM -> object.has(MAXIMUM) ? Set.of(MAXIMUM) : new HashSet<>();
        };
    }

    void write(ObjectNode object) {
        geometry.ifPresent(shape -> {
            object.putArray(WINDOW).add(shape.kernelHeight()).add(shape.kernelWidth());
            object.put(STRIDE, shape.stride());
            object.put(PADDING, shape.padding().name().toLowerCase(Locale.ROOT));
        });
        margins.ifPresent(sides -> object.putArray(MARGINS)
                .add(sides.top())
                .add(sides.bottom())
                .add(sides.left())
                .add(sides.right()));
        maximum.ifPresent(most -> object.put(MAXIMUM, most));
    }

    static NodeSettings parse(String place, Kind kind, JsonNode object) throws FormatException {
        return switch (kind) {
            case NONE -> none();
            case GEOMETRY -> of(geometry(place, object));
            case MARGINS -> of(margins(place, object.path(MARGINS)));
            case MAXIMUM -> object.has(MAXIMUM) ? ofMaximum(maximum(place, object.path(MAXIMUM))) : none();
        };
    }

    private static Convolution geometry(String place, JsonNode object) throws FormatException {
        int height =
                whole(place, "a window and a stride", 1, object.path(WINDOW).path(0));
        int width = whole(place, "a window and a stride", 1, object.path(WINDOW).path(1));
        int stride = whole(place, "a window and a stride", 1, object.path(STRIDE));
        for (Convolution.Padding padding : Convolution.Padding.values()) {
            if (padding.name()
                    .toLowerCase(Locale.ROOT)
                    .equals(object.path(PADDING).asText())) {
                return new Convolution(height, width, stride, padding);
            }
        }
        throw new FormatException(
                place + " has the unknown padding " + object.path(PADDING) + "; write the file again");
    }

    private static Margins margins(String place, JsonNode margins) throws FormatException {
        int[] sides = new int[4];
        for (int i = 0; i < sides.length; i++) {
            sides[i] = whole(place, "four margins", 0, margins.path(i));
        }
        return new Margins(sides[0], sides[1], sides[2], sides[3]);
    }

    private static int whole(String place, String what, int least, JsonNode number) throws FormatException {
        if (!number.isInt() || number.intValue() < least) {
            throw new FormatException(place + " needs " + what + " of at least " + least + ", found " + number
                    + "; write the file again");
        }
        return number.intValue();
    }

    private static float maximum(String place, JsonNode number) throws FormatException {
        if (!number.isNumber() || !(number.floatValue() > 0)) {
            throw new FormatException(place + " needs a maximum above 0, found " + number + "; write the file again");
        }
        return number.floatValue();
    }
}
