package lichen.io.json;

import java.util.Set;
import lichen.core.image.Crop;
import lichen.core.image.Offset;
import lichen.core.image.SideRange;
import lichen.core.image.Size;

/** The records that are lists in JSON: a value for each component, in order. */
final class Positional {
    private static final Set<Class<?>> TYPES = Set.of(Crop.class, Offset.class, SideRange.class, Size.class);

    private Positional() {}

    static boolean is(Class<?> type) {
        return TYPES.contains(type);
    }
}
