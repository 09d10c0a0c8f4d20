package lichen.app.cli.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lichen.app.experiment.embedding.Embedding;
import lichen.app.quality.Measure;
import lichen.core.feature.NetworkSpec;
import lichen.core.optimizer.Optimizer;
import lichen.core.optimizer.Schedule;
import lichen.core.plugin.Variant;
import lichen.descriptor.Descriptor;
import lichen.descriptor.Distance;
import lichen.io.data.DataSource;
import lichen.model.generator.GeneratorSpec;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.parameterization.Parameterization;
import lichen.synthesis.start.StartImage;

/**
 * The tests that all variants of a family inherit.
 *
 * @param name the fully qualified name of the class to extend
 */
record ContractKit(String name) {
    /** A new family adds its kit here, or {@link VariantsTest} its reason for having none. */
    private static final Map<Class<?>, ContractKit> KITS = Map.ofEntries(
            Map.entry(DataSource.class, new ContractKit("lichen.io.data.DataSourceContract")),
            Map.entry(Descriptor.class, new ContractKit("lichen.descriptor.DescriptorContract")),
            Map.entry(Distance.class, new ContractKit("lichen.descriptor.DistanceContract")),
            Map.entry(Embedding.class, new ContractKit("lichen.app.experiment.embedding.EmbeddingContract")),
            Map.entry(GeneratorSpec.class, new ContractKit("lichen.model.generator.GeneratorContract")),
            Map.entry(Loss.class, new ContractKit("lichen.synthesis.objective.LossContract")),
            Map.entry(Measure.class, new ContractKit("lichen.app.quality.measure.MeasureContract")),
            Map.entry(NetworkSpec.class, new ContractKit("lichen.model.program.FeatureNetworkContract")),
            Map.entry(Optimizer.class, new ContractKit("lichen.core.optimizer.OptimizerContract")),
            Map.entry(
                    Parameterization.class,
                    new ContractKit("lichen.synthesis.parameterization.ParameterizationContract")),
            Map.entry(Schedule.class, new ContractKit("lichen.core.optimizer.ScheduleContract")),
            Map.entry(StartImage.class, new ContractKit("lichen.synthesis.start.StartImageContract")));

    /** The kit of a family, if it has one. */
    static Optional<ContractKit> of(Class<?> family) {
        return Optional.ofNullable(KITS.get(family));
    }

    /** Where the test of a variant stands: beside its source, among the tests. */
    static Path testOf(Variant variant) {
        return testFile(variant.type().getName() + "Test");
    }

    /** Whether the kit's own source is there. */
    boolean exists() {
        return Files.exists(testFile(name));
    }

    /** Whether a test, or a class nested in it, extends the kit. */
    boolean isInheritedBy(Path test) {
        String source = Repository.text(test);
        String simpleName = name.substring(name.lastIndexOf('.') + 1);
        String home = name.substring(0, name.lastIndexOf('.'));
        boolean known = source.contains("\nimport " + name + ";") || source.contains("package " + home + ";");
        return known
                && Pattern.compile("class \\w+\\s+extends " + simpleName + "\\b")
                        .matcher(source)
                        .find();
    }

    private static Path testFile(String type) {
        return Repository.file(Repository.moduleOf(type), "src/test/java/" + type.replace('.', '/') + ".java");
    }
}
