package lichen.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {
    @TempDir
    private Path folder;

    @Test
    void checkingAConfigLoadsNoNativeCode() throws IOException, InterruptedException {
        Path jar = SamplePlugin.jar().build(folder.resolve("moss.jar"));
        Outcome outcome = Outcome.ofFreshJvm(
                folder,
                jar,
                List.of("-verbose:class"),
                "check",
                "mossy",
                "recommended",
                "reference",
                "comparison",
                "reconstructions",
                "training-sets",
                "texture-map",
                "filters",
                "data-set",
                "train-fcn512");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out().lines())
                .contains("mossy: fine", "comparison: fine", "filters: fine", "train-fcn512: fine")
                .anyMatch(line -> line.contains("moss.Brightness "))
                .noneMatch(line -> line.matches(".*\\b(org\\.bytedeco\\.|org\\.nd4j\\.linalg\\.factory\\.Nd4j ).*"));
    }

    /** Measures and experiments are for programs of any kind, so their rooms bring no command line along. */
    @Test
    void aPluginIsBuiltWithoutTheCommandLine() throws IOException {
        String measure = """
                package moss;
                public record Even() implements lichen.app.quality.Measure {
                    @Override
                    public lichen.app.quality.Gauge open() {
                        return (image, photograph) -> 1;
                    }
                }
                """;
        Path jar = SamplePlugin.jar().source("moss.Even", measure).build(folder.resolve("moss.jar"));
        assertThat(PluginJar.with(jar, () -> Outcome.of("list", "experiment")).out())
                .contains("  sketch");

        PluginJar curious = module("System.out.println(lichen.app.cli.Main.class);");
        assertThatThrownBy(() -> curious.build(folder.resolve("curious.jar")))
                .hasMessageContaining("package lichen.app.cli does not exist");
    }

    @Test
    void aMissingModuleIsToldWithItsJar() throws IOException {
        Path jar = PluginJar.registering("moss.Gone").build(folder.resolve("gone.jar"));
        assertRefused(
                jar,
                "The plug-in gone.jar cannot be used: com.google.inject.Module: Provider moss.Gone not found. Take its jar"
                        + " off the class path, or use one that was built for this version of Lichen.\n");
    }

    @Test
    void aModuleThatFailsIsToldWithItsJar() throws IOException {
        Path jar =
                module("throw new NoSuchMethodError(\"lichen.Old.method()\");").build(folder.resolve("old.jar"));
        assertRefused(
                jar,
                "The plug-in moss.Faulty (old.jar) cannot be used: java.lang.NoSuchMethodError: lichen.Old.method(). Take its"
                        + " jar off the class path, or use one that was built for this version of Lichen.\n");
    }

    @Test
    void aNameThatIsNoNameIsToldWithItsJar() throws IOException {
        Path jar = module("lichen.core.plugin.VariantBinder.in(binder).bind(Runnable.class, \"Not A Name\", R.class);")
                .source("moss.R", "package moss; record R() implements Runnable { public void run() {} }")
                .build(folder.resolve("named.jar"));
        assertRefused(
                jar,
                "The plug-in moss.Faulty (named.jar) cannot be used: lichen.core.check.InvalidValueException: name must be"
                        + " words joined by hyphens: Not A Name. Take its jar off the class path, or use one that was built"
                        + " for this version of Lichen.\n");
    }

    @Test
    void twoVariantsOfOneNameAreToldWithTheirClasses() throws IOException {
        Path jar = module("lichen.core.plugin.VariantBinder.in(binder).bind(Runnable.class, \"run\", R.class)"
                        + ".bind(Runnable.class, \"run\", S.class);")
                .source("moss.R", "package moss; record R() implements Runnable { public void run() {} }")
                .source("moss.S", "package moss; record S() implements Runnable { public void run() {} }")
                .build(folder.resolve("two.jar"));
        assertRefused(
                jar,
                "The plug-in moss.Faulty (two.jar) cannot be used: two variants of runnable are called \"run\": moss.R and"
                        + " moss.S. Take its jar off the class path, or"
                        + " use one that was built for this version of Lichen.\n");
    }

    @Test
    void nothingRunsWithoutAJarThatTheLauncherNames() throws IOException, InterruptedException {
        Path gone = folder.resolve("gone.jar");
        Path jar = SamplePlugin.jar().build(folder.resolve("moss.jar"));
        assertThat(Outcome.ofFreshJvm(folder, jar, List.of("-Dlichen.plugins=:" + gone), "list"))
                .isEqualTo(new Outcome(
                        ExitCode.INPUT,
                        "",
                        "The plug-in " + gone + ": there is no such file or folder. Put a jar there, or take it off the"
                                + " class path (LICHEN_CLASSPATH, or the folder plugins).\n"));
    }

    private static PluginJar module(String body) {
        return PluginJar.registering("moss.Faulty")
                .source(
                        "moss.Faulty",
                        "package moss; public final class Faulty implements com.google.inject.Module {"
                                + " public void configure(com.google.inject.Binder binder) { " + body + " } }");
    }

    private static void assertRefused(Path jar, String message) {
        assertThat(PluginJar.with(jar, () -> Outcome.of("list"))).isEqualTo(new Outcome(ExitCode.INPUT, "", message));
    }
}
