package lichen.app.cli;

/** A plug-in with a descriptor, an experiment and a config of it: what a researcher would write, and no more. */
public final class SamplePlugin {
    /** A valid config of the plug-in's experiment. */
    public static final String CONFIG = """
            {
              "type": "sketch",
              "target": "photo.png",
              "descriptor": {"type": "brightness", "power": 2}
            }
            """;

    private static final String DESCRIPTOR = """
            package moss;

            import lichen.core.check.Require;
            import lichen.core.diff.Evaluation;
            import lichen.core.feature.FeatureMaps;
            import lichen.core.plugin.Default;
            import lichen.core.plugin.Summary;
            import lichen.core.tensor.TensorScope;
            import lichen.descriptor.Descriptor;
            import lichen.descriptor.Signature;

            @Summary("the maps as they are")
            public record Brightness(@Summary("the exponent") @Default("1") int power) implements Descriptor {
                public Brightness {
                    Require.atLeast(1, "power", power);
                }

                @Override
                public Evaluation<FeatureMaps, Signature> at(FeatureMaps maps, TensorScope scope) {
                    return new Evaluation<>(new Signature(maps.layers()), cotangent -> new FeatureMaps(cotangent.layers()));
                }
            }
            """;

    private static final String EXPERIMENT = """
            package moss;

            import lichen.app.experiment.Experiment;
            import lichen.app.experiment.Task;
            import lichen.app.experiment.Workbench;
            import lichen.core.backend.BackendChoice;
            import lichen.core.plugin.FileReference;
            import lichen.core.plugin.Summary;
            import lichen.descriptor.Descriptor;

            public record Sketch(@Summary("the photograph") FileReference target, Descriptor descriptor)
                    implements Experiment {
                @Override
                public long seed() {
                    return 1;
                }

                @Override
                public BackendChoice backend() {
                    return BackendChoice.CPU;
                }

                @Override
                public Task open(Workbench workbench) {
                    throw new UnsupportedOperationException("a sketch is checked and listed, never run");
                }
            }
            """;

    private static final String MODULE = """
            package moss;

            import com.google.inject.Binder;
            import com.google.inject.Module;
            import lichen.app.experiment.Experiment;
            import lichen.core.plugin.VariantBinder;
            import lichen.descriptor.Descriptor;

            public final class MossModule implements Module {
                @Override
                public void configure(Binder binder) {
                    VariantBinder.in(binder)
                            .bind(Descriptor.class, "brightness", Brightness.class)
                            .bind(Experiment.class, "sketch", Sketch.class);
                }
            }
            """;

    private SamplePlugin() {}

    /** The plug-in, to be built. */
    public static PluginJar jar() {
        return PluginJar.registering("moss.MossModule")
                .source("moss.Brightness", DESCRIPTOR)
                .source("moss.Sketch", EXPERIMENT)
                .source("moss.MossModule", MODULE)
                .resource("lichen/bundled/experiments/mossy.json", CONFIG.replace("photo.png", "bundled:moss.txt"))
                .resource("lichen/bundled/moss.txt", "green");
    }
}
