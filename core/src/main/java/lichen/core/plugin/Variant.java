package lichen.core.plugin;

import lichen.core.check.Require;

/**
 * One choice of an open family: in JSON, {@code {"type": name, ...}} where the record's components are the other keys.
 *
 * @param family the interface that all choices of the family implement
 * @param name the value of the JSON key {@code type}: lower case words joined by hyphens
 * @param type the record
 */
public record Variant(Class<?> family, String name, Class<? extends Record> type) {
    /** Checks that the name is in kebab case and that the record belongs to the family. */
    public Variant {
        Require.that(name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), "name", "must be words joined by hyphens: " + name);
        Require.that(family.isAssignableFrom(type), "type", "must implement " + family.getName() + ": " + type);
    }
}
