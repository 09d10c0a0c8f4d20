package lichen.io.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * What a record says about its JSON.
 *
 * @param type the record
 * @param keys its components, in order
 */
record RecordSchema(Class<? extends Record> type, List<Key> keys) {
    static RecordSchema of(Class<? extends Record> type) {
        return new RecordSchema(
                type, Arrays.stream(type.getRecordComponents()).map(Key::new).toList());
    }

    Optional<Key> key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    Constructor<? extends Record> constructor() {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor", e);
        }
    }

    /** A component as a JSON key. */
    record Key(RecordComponent component) {
        String name() {
            return KebabCase.of(component.getName());
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

        Optional<String> summary() {
            return Optional.ofNullable(component.getAnnotation(Summary.class)).map(Summary::value);
        }
    }
}
