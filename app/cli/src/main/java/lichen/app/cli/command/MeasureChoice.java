package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Measure;
import lichen.app.quality.measure.VggGram;
import lichen.app.quality.measure.VggSlicedWasserstein;
import lichen.core.check.InvalidValueException;
import lichen.core.plugin.FileReference;
import lichen.io.json.Catalogue;
import lichen.io.json.Catalogue.KeyEntry;
import lichen.io.json.Catalogue.VariantEntry;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.json.DidYouMean;
import lichen.io.json.Registry;

/** The measures that a user names on the command line, their keys as by default. */
final class MeasureChoice {
    private static final String BY_DISTRIBUTION = "vgg-sliced-wasserstein";

    /** The keys without a default of measures that look through a network. */
    private static final List<String> BY_WEIGHTS = List.of("weights");

    private final Registry registry;
    private final Catalogue catalogue;
    private final ConfigReader reader;

    @Inject
    MeasureChoice(Registry registry, Catalogue catalogue, ConfigReader reader) {
        this.registry = registry;
        this.catalogue = catalogue;
        this.reader = reader;
    }

    /**
     * Finds measures.
     *
     * @param names their types; all that need no file where it is empty
     * @param vgg a file of trained weights, which adds the Gram loss of all layers and of the deepest, and what else is named
     * @throws InputException if there is none of a name, or it needs a file
     */
    List<LabelledMeasure> find(List<String> names, VggOptions vgg) throws IOException {
        Optional<FileReference> weights = vgg.file();
        List<Measure> measures = new ArrayList<>();
        for (VariantEntry variant : wanted(names, weights.isPresent())) {
            String json = "{\"type\": \"" + variant.name() + "\"}";
            ConfigText text = new ConfigText("--measures", Path.of("").toAbsolutePath(), json);
            measures.add(reader.read(text, List.of(), Measure.class).value());
        }
        if (weights.isPresent()) {
            VggGram gram = VggGram.of(weights.get(), vgg.pixels(), false);
            requireKnownPixels(gram);
            measures.add(gram);
            measures.add(VggGram.of(weights.get(), vgg.pixels(), true));
            if (names.contains(BY_DISTRIBUTION)) {
                measures.add(VggSlicedWasserstein.of(weights.get(), vgg.pixels()));
            }
        }
        return LabelledMeasure.of(registry, measures);
    }

    private static void requireKnownPixels(VggGram gram) throws IOException {
        try {
            gram.inspect();
        } catch (InvalidValueException e) {
            throw new InputException(VggOptions.PIXELS + ": " + e.reason());
        }
    }

    private List<VariantEntry> wanted(List<String> names, boolean weights) {
        List<VariantEntry> all = catalogue.families().stream()
                .filter(family -> family.name().equals(Registry.nameOf(Measure.class)))
                .flatMap(family -> family.variants().stream())
                .toList();
        if (names.isEmpty()) {
            return all.stream().filter(MeasureChoice::isComplete).toList();
        }
        return names.stream()
                .map(name -> named(name, all))
                .filter(variant -> !weights || !required(variant).equals(BY_WEIGHTS))
                .map(MeasureChoice::requireComplete)
                .toList();
    }

    private static VariantEntry named(String name, List<VariantEntry> all) {
        return all.stream()
                .filter(variant -> variant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("--measures: unknown measure \"" + name + "\". "
                        + DidYouMean.among(
                                name, all.stream().map(VariantEntry::name).toList())));
    }

    private static VariantEntry requireComplete(VariantEntry variant) {
        if (required(variant).equals(BY_WEIGHTS)) {
            throw new InputException("--measures: " + variant.name()
                    + " needs a file of trained weights. Name it with --vgg <file>, or leave the measure out");
        }
        if (!isComplete(variant)) {
            throw new InputException("--measures: " + variant.name() + " needs more than its name, "
                    + String.join(", ", required(variant))
                    + ": score by it in the measures of an experiment, or leave it out");
        }
        return variant;
    }

    private static boolean isComplete(VariantEntry variant) {
        return required(variant).isEmpty();
    }

    /** The keys that have no default, without those inside of others. */
    private static List<String> required(VariantEntry variant) {
        return variant.keys().stream()
                .filter(KeyEntry::required)
                .map(KeyEntry::name)
                .filter(name -> name.indexOf('.') < 0)
                .toList();
    }
}
