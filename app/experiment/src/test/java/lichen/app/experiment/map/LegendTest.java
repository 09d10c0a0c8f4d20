package lichen.app.experiment.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LegendTest {
    @Test
    void countsThePatchesOfEachSource() {
        assertThat(texts(Stream.of("moss", "gravel", "moss"))).containsExactly("gravel (1)", "moss (2)");
    }

    @Test
    void cutsLongNamesInTheMiddle() {
        assertThat(texts(Stream.of("holiday/2026/beach-pebbles-17.jpg"))).containsExactly("holiday/…s-17.jpg (1)");
    }

    @Test
    void endsWithHowManyItLeavesOut() {
        List<String> texts = texts(IntStream.range(0, 70).mapToObj(i -> "source " + (100 + i)));

        assertThat(texts).hasSize(61).endsWith("source 159 (1)", "and 10 more");
    }

    @Test
    void hasAColourOfItsOwnForEachSource() {
        List<String> names = IntStream.range(0, 24).mapToObj(i -> "source " + i).toList();

        assertThat(SourceColours.of(names).values()).doesNotHaveDuplicates().hasSize(24);
        assertThat(SourceColours.of(names).keySet()).containsExactlyElementsOf(names);
    }

    private static List<String> texts(Stream<String> sources) {
        List<Thumbnail> thumbnails =
                sources.map(source -> Maps.grey("patch", source, 8, 0)).toList();
        List<String> sorted =
                thumbnails.stream().map(Thumbnail::source).distinct().sorted().toList();
        return Legend.of(thumbnails, SourceColours.of(sorted)).entries().stream()
                .map(Legend.Entry::text)
                .toList();
    }
}
