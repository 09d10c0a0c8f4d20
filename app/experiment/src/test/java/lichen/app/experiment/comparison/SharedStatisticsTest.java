package lichen.app.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.bundled.Wiring;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Measure;
import lichen.app.quality.SharedMeasures;
import lichen.core.feature.Statistic;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.json.Registry;
import org.junit.jupiter.api.Test;

/** Which of the usual measures say nothing about which of the usual methods. */
class SharedStatisticsTest {
    private static final String CONFIG = """
            {
              "type": "comparison",
              "photographs": [{"image": "bundled:pebbles", "crop": [0, 0, 192, 192]}],
              "methods": {
                "recommended": {"base": "recommended"},
                "sliced-patches": {"base": "sliced-patches"},
                "gatys": {"base": "gatys"},
                "reference": {"base": "reference"},
                "quilting": {"base": "quilting"},
                "pixels": {"base": "sliced-patches", "set": {"objective.descriptor.patch": 1}},
                "waves": {"base": "sliced-patches", "set": {"objective.descriptor": {"type": "spectrum"}}},
                "filters": {"base": "sliced-patches", "set": {
                    "network": {"type": "random-filters"}, "objective.layers": ["filters"]}}
              }
            }
            """;

    private final Injector injector = Wiring.injector();
    private final Comparison comparison = (Comparison) injector.getInstance(ConfigReader.class)
            .read(new ConfigText("usual", Path.of("").toAbsolutePath(), CONFIG), List.of(), Experiment.class)
            .value();
    private final List<LabelledMeasure> measures =
            LabelledMeasure.of(injector.getInstance(Registry.class), comparison.measures());

    @Test
    void areThoseThatReadAStatisticWhichTheMethodMatches() {
        assertThat(comparison.optimised(measures))
                .isEqualTo(Map.of(
                        "recommended",
                        Set.of(
                                "colour",
                                "laplacian-sliced-wasserstein",
                                "portilla-simoncelli",
                                "wavelet-kl",
                                "random-filter-gram"),
                        "sliced-patches",
                        Set.of("colour", "laplacian-sliced-wasserstein", "portilla-simoncelli"),
                        "quilting",
                        Set.of("colour", "laplacian-sliced-wasserstein", "portilla-simoncelli"),
                        "pixels",
                        Set.of("colour", "portilla-simoncelli"),
                        "waves",
                        Set.of("spectrum", "autocorrelation", "portilla-simoncelli"),
                        "filters",
                        Set.of("portilla-simoncelli", "wavelet-kl", "random-filter-gram")));
    }

    @Test
    void leaveSomeForTheUsualComparison() {
        Set<String> shared = new TreeSet<>();
        for (String method : List.of("recommended", "sliced-patches", "gatys", "reference", "quilting")) {
            shared.addAll(comparison.optimised(measures).getOrDefault(method, Set.of()));
        }
        assertThat(measures)
                .extracting(LabelledMeasure::label)
                .contains("lbp", "granulometry", "spectrum", "autocorrelation");
        assertThat(shared).doesNotContain("lbp", "granulometry", "spectrum", "autocorrelation");
    }

    @Test
    void areAllWhereAMethodOrAMeasureDoesNotSay() {
        Measure silent = () -> (image, photograph) -> 0;
        List<LabelledMeasure> one = List.of(new LabelledMeasure("silent", silent));

        assertThat(SharedMeasures.of(Set.of(Statistic.COLOURS), comparison, one))
                .containsExactly("silent");
        assertThat(SharedMeasures.of(Set.of(Statistic.UNTOLD), comparison, measures))
                .contains("lbp", "spectrum");
        assertThat(SharedMeasures.of(Set.of(Statistic.UNTOLD), comparison, measures))
                .as("only quality is optimised")
                .doesNotContain("innovation", "seam");
    }
}
