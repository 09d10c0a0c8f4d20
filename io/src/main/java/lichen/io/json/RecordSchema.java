package lichen.io.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.core.image.Crop;
import lichen.core.image.Offset;
import lichen.core.image.SideRange;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * What a record says about its JSON; found out once.
 *
 * @param type the record
 * @param keys its components, in order
 * @param constructor takes the values of all keys, in that order
 */
record RecordSchema(Class<? extends Record> type, List<Key> keys, Constructor<? extends Record> constructor) {
    private static final Set<Class<?>> POSITIONAL = Set.of(Crop.class, Offset.class, SideRange.class, Size.class);

    private static final ClassValue<RecordSchema> SCHEMAS = new ClassValue<>() {
        @Override
        protected RecordSchema computeValue(Class<?> type) {
            Class<? extends Record> record = type.asSubclass(Record.class);
            RecordComponent[] components = type.getRecordComponents();
            return new RecordSchema(
                    record, Arrays.stream(components).map(Key::of).toList(), canonical(record, components));
        }
    };

    static RecordSchema of(Class<? extends Record> type) {
        return SCHEMAS.get(type);
    }

    /** Whether a record is a list in JSON: a value for each component, in order. */
    static boolean isPositional(Class<?> type) {
        return POSITIONAL.contains(type);
    }

    Optional<Key> key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    private static Constructor<? extends Record> canonical(
            Class<? extends Record> type, RecordComponent... components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor", e);
        }
    }

    /**
     * A component as a JSON key.
     *
     * @param name in kebab case
     */
    record Key(String name, RecordComponent component) {
        static Key of(RecordComponent component) {
            return new Key(KebabCase.of(component.getName()), component);
        }

        /** The record and the component, for programmers. */
        String inCode() {
            return component.getDeclaringRecord().getName() + "." + component.getName();
        }

        Type type() {
            return component.getGenericType();
        }

        boolean isOptional() {
            return type() instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
        }

        Optional<String> defaultText() {
            return Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
        }

        /**
         * The default.
         *
         * @throws IllegalStateException if it is not JSON: a programmer's mistake
         */
        Optional<JsonValue> usual() {
            return defaultText().map(text -> {
                Problems problems = new Problems();
                try {
                    JsonValue node = TreeParser.parse(text, (line, column) -> new Place.OfDefault(inCode()), problems);
                    problems.throwAny();
                    return node;
                } catch (ConfigException e) {
                    throw new IllegalStateException(
                            "the default of " + inCode() + " is not JSON: " + text
                                    + ". A text needs quotes: \"\\\"x\\\"\"",
                            e);
                }
            });
        }

        Optional<String> summary() {
            return Optional.ofNullable(component.getAnnotation(Summary.class)).map(Summary::value);
        }
    }
}
