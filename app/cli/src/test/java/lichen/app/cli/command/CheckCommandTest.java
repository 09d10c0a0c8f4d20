package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.app.cli.Outcome;
import lichen.app.cli.PluginJar;
import lichen.app.cli.SamplePlugin;
import lichen.app.cli.Vgg;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private static Path plugins;

    @TempDir
    private Path folder;

    @BeforeAll
    static void buildPlugin() throws IOException {
        SamplePlugin.jar().build(plugins.resolve("moss.jar"));
    }

    @BeforeEach
    void writePhotograph() throws IOException {
        Files.writeString(folder.resolve("photo.png"), "not looked at");
    }

    @Test
    void findsAGoodConfigFine() throws IOException {
        String file = write("good.json", SamplePlugin.CONFIG);
        assertThat(check(file)).isEqualTo(new Outcome(ExitCode.DONE, file + ": fine\n", ""));
    }

    @Test
    void tellsEveryProblemOfEveryFile() throws IOException {
        String good = write("good.json", SamplePlugin.CONFIG);
        String bad = write(
                "bad.json", "{\"type\": \"sketch\",\n \"targt\": 1,\n \"descriptor\": {\"type\": \"brightnes\"}}");
        String worse = write("worse.json", "{\"type\": ");
        assertThat(check(bad, good, worse))
                .isEqualTo(new Outcome(ExitCode.INPUT, good + ": fine\n", """
                        1) $.targt (BAD:2:2): unknown key "targt". Did you mean "target"? Known: type, target, descriptor.
                        2) $.descriptor.type (BAD:3:25): unknown descriptor "brightnes". Did you mean "brightness"? Known: autocorrelation, brightness, covariance, gap, gram, histogram, moments, portilla-simoncelli, sliced-wasserstein, spectrum.
                        1) $ (WORSE:1:10): not JSON: it ends too early: a closing }, ] or quote is missing.
                        """.replace("BAD", bad)
                        .replace("WORSE", worse)));
    }

    @Test
    void tellsWhichFilesAreMissing() throws IOException {
        String file = write("lost.json", SamplePlugin.CONFIG.replace("photo.png", "lost.png"));
        assertThat(check(file).err())
                .isEqualTo("1) $.target (" + file + ":3:13): " + folder.resolve("lost.png")
                        + ": no such file. Check the name, or name another file with -s target=<file>.\n");
    }

    @Test
    void appliesSettings() throws IOException {
        String file = write("good.json", SamplePlugin.CONFIG);
        assertThat(check(file, "-s", "descriptor.power=0").err())
                .isEqualTo("1) $.descriptor.power (-s descriptor.power=0): must be at least 1, but is 0.\n");
        assertThat(check(file, "-s", "descriptor.power=3").code()).isEqualTo(ExitCode.DONE);
        assertThat(check(file, "-s", "descriptor").err())
                .contains("must be key.path=value, but is \"descriptor\"", "Try: lichen check --help");
    }

    @Test
    void findsTheExperimentsThatComeAlongFineOnceTheirFilesAreThere() throws IOException {
        for (String name : List.of(
                "quickstart",
                "recommended",
                "coarse-to-fine",
                "patch-diffusion",
                "sliced-patches",
                "quilting",
                "comparison",
                "comparison-generators",
                "ablation",
                "reference",
                "reconstructions",
                "texture-map",
                "texture-network",
                "conditional-generator",
                "fast-style",
                "vae",
                "periodic-gan",
                "preferred-input",
                "latent-walk",
                "training-sets",
                "style-transfer",
                "style-curve",
                "texture-by-numbers",
                "fill",
                "extend",
                "deep-dream",
                "filters",
                "data-set",
                "train-fcn512",
                "train-fcn512-small",
                "train-fcn512-denoising")) {
            assertThat(check(name)).isEqualTo(new Outcome(ExitCode.DONE, name + ": fine\n", ""));
        }
        String weights = "network.weights=" + Vgg.small().write(folder);
        for (String name : List.of("gatys", "recommended-vgg", "style-transfer-gatys", "style-transfer-vgg")) {
            assertThat(check(name, "-s", weights)).isEqualTo(new Outcome(ExitCode.DONE, name + ": fine\n", ""));
        }
        assertThat(check("style-curve-vgg", "-s", "base." + weights))
                .isEqualTo(new Outcome(ExitCode.DONE, "style-curve-vgg: fine\n", ""));
    }

    @Test
    void tellsWhereThereIsNoSuchFileOrName() {
        assertThat(check(folder.resolve("none.json").toString()).err())
                .isEqualTo(
                        "1) $ (" + folder.resolve("none.json") + "): no such file. Check the name and the folder.\n");
        assertThat(check("nonesuch").err())
                .startsWith("nonesuch: no such file, and no experiment of this name comes along. ");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static Outcome check(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return PluginJar.with(plugins.resolve("moss.jar"), () -> Outcome.of(all));
    }
}
