package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Injector;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.app.cli.Outcome;
import lichen.app.cli.PluginJar;
import lichen.app.cli.SamplePlugin;
import lichen.app.cli.Wiring;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.bundled.BundledExperiments;
import lichen.io.json.ConfigException;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.json.ConfigWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema as a validator by others reads it, beside what Lichen itself says of the same configs. */
class SchemaCommandTest {
    private static final SchemaRegistry VALIDATORS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String TEXT = Outcome.of("schema").out();
    private static final Schema SCHEMA = VALIDATORS.getSchema(TEXT);
    private static final Injector INJECTOR = Wiring.injector();

    static final List<String> BUNDLED = BundledExperiments.names();

    @TempDir
    private Path folder;

    @Test
    void isASchemaItself() {
        Schema ofSchemas = VALIDATORS.getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));
        assertThat(ofSchemas.validate(TEXT, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void acceptsWhatComesAlong(String name) {
        assertThat(faults(bundled(name).text())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void acceptsWhatRunsWrite(String name) {
        Experiment experiment = read(bundled(name));
        String resolved = INJECTOR.getInstance(ConfigWriter.class).write((Record) experiment, Experiment.class);
        assertThat(faults(resolved)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"extends\": \"recommended\"}",
                "{\"$schema\": \"lichen.json\", \"extends\": \"recommended\", \"stop\": {\"evaluations\": 5}}",
                "{\"extends\": \"recommended\", \"optimizer\": {\"history\": 5}, \"network\": {\"orientations\": 8}}",
                "{\"extends\": \"reference\", \"objective\": {\"descriptor\": {\"type\": \"gram\"}}}",
                "{\"extends\": \"comparison\", \"methods\": {\"quilting\": {\"set\": {\"block\": 16}}}}",
                "{\"$schema\": \"lichen.json\", \"base\": \"recommended\", \"set\": {\"stages[0].noise\": 0.1}}",
                "{\"extends\": \"comparison\", \"methods\": {\"less\": {\"extends\": \"recommended\", \"seed\": 3}}}"
            })
    void acceptsWhatIsLikeAnotherFile(String json) {
        assertThat(faults(json)).isEmpty();
        assertThat(read(text(json))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"type\": \"synthesys\"}",
                "{\"type\": \"quilting\"}",
                "{\"type\": \"quilting\", \"target\": {\"image\": \"a.png\"}, \"blok\": 3}",
                "{\"type\": \"quilting\", \"target\": {\"image\": \"a.png\"}, \"block\": \"3\"}",
                "{\"type\": \"quilting\", \"target\": {\"image\": \"a.png\"}, \"block\": 1.5}",
                "{\"type\": \"quilting\", \"target\": {\"image\": \"a.png\"}, \"tile\": null}",
                "{\"type\": \"quilting\", \"target\": {\"image\": \"a.png\", \"crop\": [0, 0, 3]}}",
                "{\"type\": \"quilting\", \"target\": {\"image\": \"\"}}",
                "{\"extends\": 3}",
                "{\"extends\": \"recommended\", \"optimizr\": {}}",
                "{\"extends\": \"recommended\", \"optimizer\": {\"histry\": 3}}",
                "{\"extends\": \"recommended\", \"border\": \"cicular\"}",
                "{\"extends\": \"recommended\", \"stages\": [{\"scale\": 0.5, \"evalations\": 3}]}",
                "{\"extends\": \"recommended\", \"network\": {\"$schema\": \"x\"}}",
                "{\"base\": \"recommended\", \"seed\": 3}",
                "{\"type\": \"comparison\", \"photographs\": [{\"image\": \"a.png\"}], \"methods\": {\"a\": {\"type\": \"gap\"}}}"
            })
    void refusesWhatLichenRefuses(String json) {
        assertThat(faults(json)).isNotEmpty();
        assertThatThrownBy(() -> read(text(json))).isInstanceOf(ConfigException.class);
    }

    @Test
    void tellsWhatKeysMean() throws IOException {
        JsonNode quilting = new ObjectMapper().readTree(TEXT).at("/$defs/experiment.quilting");
        assertThat(quilting.at("/properties/type/const").asText()).isEqualTo("quilting");
        assertThat(quilting.at("/required")).extracting(JsonNode::asText).containsExactly("type", "target");
        assertThat(quilting.at("/properties/block/default").asInt()).isEqualTo(32);
        assertThat(quilting.at("/properties/block/description").asText()).isNotEmpty();
        assertThat(quilting.at("/additionalProperties").asBoolean(true)).isFalse();
        JsonNode border = new ObjectMapper().readTree(TEXT).at("/$defs/experiment.synthesis/properties/border/enum");
        assertThat(border).extracting(JsonNode::asText).contains("circular");
        assertThat(TEXT).doesNotContain("lichen.app");
    }

    @Test
    void knowsThePluginsVariants() throws IOException {
        Path jar = SamplePlugin.jar().build(folder.resolve("moss.jar"));
        Schema schema = VALIDATORS.getSchema(
                PluginJar.with(jar, () -> Outcome.of("schema")).out());
        assertThat(schema.validate(SamplePlugin.CONFIG, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(SamplePlugin.CONFIG.replace("power", "pover"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(faults(SamplePlugin.CONFIG)).isNotEmpty();
    }

    @Test
    void canBeOfOneTypeAndGoIntoAFile() throws IOException {
        Path file = folder.resolve("quilting.json");
        Outcome outcome = Outcome.of("schema", "quilting", "--output", file.toString());
        assertThat(outcome).isEqualTo(new Outcome(ExitCode.DONE, "Wrote " + file + System.lineSeparator(), ""));
        Schema schema = VALIDATORS.getSchema(Files.readString(file));
        assertThat(schema.validate(bundled("quilting").text(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(bundled("reference").text(), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void guessesAMisspeltType() {
        Outcome outcome = Outcome.of("schema", "quiltin");
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err()).startsWith("unknown experiment \"quiltin\". Did you mean \"quilting\"? Known: ");
    }

    private static List<Error> faults(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }

    private static ConfigText bundled(String name) {
        return ConfigText.read(BundledExperiments.file(name), name);
    }

    private static ConfigText text(String json) {
        return new ConfigText("art.json", Path.of("").toAbsolutePath(), json);
    }

    private static Experiment read(ConfigText text) {
        return INJECTOR.getInstance(ConfigReader.class)
                .read(text, List.of(), Experiment.class)
                .value();
    }
}
