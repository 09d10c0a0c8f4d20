package lichen.app.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lichen.app.cli.Wiring;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Method;
import lichen.app.quality.Kind;
import lichen.app.quality.Measure;
import lichen.core.feature.NetworkSpec;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Summary;
import lichen.core.plugin.Variant;
import lichen.descriptor.Descriptor;
import lichen.io.json.Catalogue;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.json.ConfigWriter;
import lichen.io.json.Registry;
import lichen.synthesis.objective.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every variant brings along. New ones are found in the registry. */
final class VariantsTest {
    /** Experiments have no arithmetic of their own; tests of the program run them as a whole. */
    private static final Set<Class<?>> WITHOUT_KIT = Set.of(Experiment.class);

    private static final Injector INJECTOR = Wiring.injector();

    private final Catalogue catalogue = INJECTOR.getInstance(Catalogue.class);

    static List<Variant> variants() {
        Registry registry = INJECTOR.getInstance(Registry.class);
        return registry.families().stream()
                .flatMap(family -> registry.variants(family).stream())
                .toList();
    }

    static List<Class<?>> families() {
        return INJECTOR.getInstance(Registry.class).families();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void areRecords(Variant variant) {
        assertThat(variant.type().isRecord()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void sayInOneLineWhatTheyAndTheirKeysMean(Variant variant) {
        assertThat(variant.type().getAnnotation(Summary.class)).isNotNull();
        assertThat(catalogue.families().stream()
                        .flatMap(family -> family.variants().stream())
                        .filter(entry -> entry.name().equals(variant.name()))
                        .flatMap(entry -> entry.keys().stream()))
                .allSatisfy(key -> assertThat(key.summary())
                        .as("summary of %s", key.name())
                        .isNotEmpty());
    }

    /** One that does not say is safe, since it is taken to share all; but then no measure is left for whoever uses it. */
    @ParameterizedTest
    @MethodSource("variants")
    void sayWhichStatisticTheyReadWhereTheyReadOne(Variant variant) {
        Object read = INJECTOR.getInstance(ConfigReader.class)
                .read(Sample.of(variant), List.of(), variant.family())
                .value();
        assertThat(statistics(read)).doesNotContain(Statistic.UNTOLD);
    }

    private static Set<Statistic> statistics(Object variant) {
        if (variant instanceof Descriptor descriptor) {
            return descriptor.statistics();
        } else if (variant instanceof NetworkSpec network) {
            return network.statistics();
        } else if (variant instanceof Loss loss) {
            return loss.statistics(network -> Set.of());
        } else if (variant instanceof Method method) {
            return method.statistics();
        }
        return variant instanceof Measure measure && measure.kind() == Kind.QUALITY ? measure.statistics() : Set.of();
    }

    @ParameterizedTest
    @MethodSource("families")
    void belongToFamiliesThatSayInOneLineWhatTheyAre(Class<?> family) {
        assertThat(family.getAnnotation(Summary.class)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void haveARowInTheReadmeOfTheirModule(Variant variant) {
        String module = Repository.moduleOf(variant.type().getName());
        assertThat(Repository.text(module, "README.md").lines())
                .as("a row of %s/README.md that begins with | `%s` |", module, variant.name())
                .anyMatch(line -> line.startsWith("| `" + variant.name() + "` |"));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void haveASampleWhereAKeyMustBeGiven(Variant variant) {
        Path file = Sample.file(variant);
        assertThat(Files.exists(file) || !Sample.isNeeded(variant, catalogue))
                .as("a sample of %s in %s", variant.name(), file)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void areWrittenAsJsonThatReadsBackToAnEqualRecord(Variant variant) {
        ConfigReader reader = INJECTOR.getInstance(ConfigReader.class);
        ConfigWriter writer = INJECTOR.getInstance(ConfigWriter.class);
        ConfigText sample = Sample.of(variant);

        Object read = reader.read(sample, List.of(), variant.family()).value();
        String written = writer.write((Record) read, variant.family());
        ConfigText again = new ConfigText("written", sample.folder(), written);

        assertThat(read).isInstanceOf(variant.type());
        assertThat(reader.read(again, List.of(), variant.family()).value()).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void passTheContractKitOfTheirFamily(Variant variant) {
        ContractKit.of(variant.family()).ifPresent(kit -> {
            Path test = ContractKit.testOf(variant);
            assertThat(test).as("the test of %s", variant.name()).exists();
            assertThat(kit.isInheritedBy(test))
                    .as("%s extends %s", test, kit.name())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("families")
    void belongToFamiliesWithAContractKitOrAReasonForNone(Class<?> family) {
        assertThat(ContractKit.of(family).isPresent()).isNotEqualTo(WITHOUT_KIT.contains(family));
        assertThat(ContractKit.of(family).filter(kit -> !kit.exists())).isEmpty();
    }

    @Test
    void leaveNoSamplesBehind() throws IOException {
        try (Stream<Path> files = Files.list(Sample.FOLDER)) {
            assertThat(files).isSubsetOf(variants().stream().map(Sample::file).toList());
        }
    }

    @Test
    void areThoseOfAllModules() {
        assertThat(variants()).extracting(Variant::name).contains("gap", "fcn", "lbfgs", "uniform-noise", "synthesis");
    }
}
