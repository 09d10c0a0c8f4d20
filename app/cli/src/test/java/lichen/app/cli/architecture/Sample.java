package lichen.app.cli.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import lichen.core.plugin.Variant;
import lichen.io.json.Catalogue;
import lichen.io.json.ConfigText;
import lichen.io.json.Registry;

/** A config of a variant: its type alone where all keys have a default, else a file among the test resources. */
final class Sample {
    /** Where the files are. */
    static final Path FOLDER = Repository.file("app/cli", "src/test/resources/lichen/app/cli/variants");

    private Sample() {}

    /** The file of a variant that has keys without a default, or whose defaults alone do not make one. */
    static Path file(Variant variant) {
        return FOLDER.resolve(Registry.nameOf(variant.family()) + "-" + variant.name() + ".json");
    }

    /** Whether a key of a variant must be given. */
    static boolean isNeeded(Variant variant, Catalogue catalogue) {
        return catalogue.families().stream()
                .filter(family -> family.name().equals(Registry.nameOf(variant.family())))
                .flatMap(family -> family.variants().stream())
                .filter(entry -> entry.name().equals(variant.name()))
                .flatMap(entry -> entry.keys().stream())
                .anyMatch(key -> key.required() && !isInside(key.name()));
    }

    /** The sample of a variant. */
    static ConfigText of(Variant variant) {
        String text =
                Files.exists(file(variant)) ? Repository.text(file(variant)) : "{\"type\": \"" + variant.name() + "\"}";
        return new ConfigText(variant.name(), FOLDER, text);
    }

    private static boolean isInside(String key) {
        return key.contains(".") || key.contains("[]");
    }
}
