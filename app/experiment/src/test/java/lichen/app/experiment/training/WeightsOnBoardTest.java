package lichen.app.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.io.run.InputFile;
import lichen.model.generator.Generator;
import lichen.model.spec.Block;
import lichen.model.spec.Fcn;
import lichen.model.weights.WeightsFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsOnBoardTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"fcn512", "fcn512-denoising"})
    void areThoseOfTheirManifest(String name) throws IOException {
        JsonNode manifest = json(name + ".json");
        FileReference file = new FileReference("bundled:" + name);
        assertThat(InputFile.of(file).sha256()).isEqualTo(manifest.get("sha256").asText());
        assertThat(WeightsFile.read(file).metadata())
                .containsEntry("data-set", manifest.get("data-set").asText());
        assertThat(manifest.get("validation-loss").asDouble())
                .isLessThan(manifest.get("untrained-loss").asDouble() / 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcn512", "fcn512-denoising"})
    void comeFromTheExperimentThatComesAlong(String name) throws IOException {
        assertHolds(json(name + ".json").get("experiment"), json("experiments/train-" + name + ".json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcn512", "fcn512-denoising"})
    void fitTheNetworkThatIsTheDefault(String name) throws IOException {
        List<Block> blocks = List.of(
                new Block(32, 7, false),
                new Block(32, 7, true),
                new Block(64, 5, false),
                new Block(64, 5, true),
                new Block(64, 3, false),
                new Block(64, 3, true),
                new Block(64, 1, false),
                new Block(64, 1, true),
                new Block(3, 1, false));
        Fcn network = new Fcn(blocks, Optional.of(new FileReference("bundled:" + name)));
        assertThat(network.graph(new RandomStreams(1).stream("network")).nodes())
                .hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({
        "pebbles-generator, texture-network, 8",
        "twelve-textures, conditional-generator, 8",
        "pebbles-gan, periodic-gan, 4",
        "pebbles-vae, vae, 4"
    })
    void generatorsOnBoardAreThoseOfTheirManifestsAndOfTheExperimentsThatComeAlong(
            String name, String experiment, int stride) throws IOException {
        JsonNode manifest = json(name + ".json");
        FileReference file = new FileReference("bundled:" + name);

        assertThat(InputFile.of(file).sha256()).isEqualTo(manifest.get("sha256").asText());
        assertThat(Generator.read(file).stride()).isEqualTo(stride);
        assertThat(manifest.get("likeness").asDouble()).isLessThan(0.5);
        assertHolds(manifest.get("experiment"), json("experiments/" + experiment + ".json"));
    }

    /** Everything that the config says, the resolved experiment says as well. */
    private static void assertHolds(JsonNode resolved, JsonNode config) {
        assertThat(resolved.isMissingNode()).as("%s", config).isFalse();
        if (config.isNumber()) {
            assertThat(resolved.asDouble()).isEqualTo(config.asDouble());
        } else if (config.isArray()) {
            assertThat(resolved).as("%s", config).hasSize(config.size());
            for (int i = 0; i < config.size(); i++) {
                assertHolds(resolved.path(i), config.path(i));
            }
        } else if (config.isObject()) {
            config.fieldNames().forEachRemaining(key -> assertHolds(resolved.path(key), config.path(key)));
        } else {
            assertThat(resolved).isEqualTo(config);
        }
    }

    private static JsonNode json(String name) throws IOException {
        try (InputStream in = new FileReference("bundled:" + name).open()) {
            return JSON.readTree(in);
        }
    }
}
