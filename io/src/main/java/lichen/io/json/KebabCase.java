package lichen.io.json;

import java.util.Locale;

/** Turns Java's names into JSON's: {@code restartEvery} and {@code RESTART_EVERY} into {@code restart-every}. */
final class KebabCase {
    private KebabCase() {}

    static String of(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }
}
