package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Injector;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lichen.app.cli.Wiring;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.SynthesisExperiment;
import lichen.core.feature.Architecture;
import lichen.core.random.RandomStreams;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.Sight;
import org.junit.jupiter.api.Test;

/** What {@code extract} takes for granted of the experiment that it runs. */
class RecommendedExperimentTest {
    private final Injector injector = Wiring.injector();
    private final ConfigText text = injector.getInstance(ConfigFinder.class).find(ExtractCommand.RECOMMENDED);

    @Test
    void itsLayersHalveTheImageAsOftenAsTilesAllow() throws IOException {
        SynthesisExperiment experiment = (SynthesisExperiment) injector.getInstance(ConfigReader.class)
                .read(text, List.of(), Experiment.class)
                .value();
        Architecture architecture = experiment
                .network()
                .open(new RandomStreams(1).stream("network"))
                .architecture();
        Stream<Loss> objectives = Stream.concat(
                Stream.of(experiment.objective()),
                experiment.stages().stream().flatMap(stage -> stage.objective().stream()));
        IntStream strides = objectives
                .flatMap(objective -> Sight.of(objective).stream())
                .flatMap(sight -> sight.layers(architecture).stream())
                .mapToInt(layer -> architecture.layer(layer).stride());
        assertThat(strides.max()).hasValue(ExtractOptions.TILE_STEP);
    }

    @Test
    void itsStagesStandInItsFile() throws IOException {
        JsonNode file = new ObjectMapper().readTree(text.text());
        assertThat(file.path("stages"))
                .isNotEmpty()
                .allSatisfy(stage -> assertThat(stage.path("scale").isNumber()).isTrue());
    }
}
