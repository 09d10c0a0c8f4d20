package lichen.app.quality.measure;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.core.check.Require;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;
import lichen.model.spec.RandomFilters;

/**
 * Untrained features: the relative Gram loss of one layer of random filters of 3 to 23 pixels with ReLU, which no objective ever
 * sees: its weights are drawn from a stream of their own. The filters are centred: plain ones answer to little but brightness, and hardly see a blur.
 *
 * <p>sum (G - A)² / sum A² over the pairs of channels of each filter size, the mean over the sizes. Source of the network:
 * Ustyuzhaninov et al. 2017.
 *
 * @param filters how many filters of each size
 */
@Summary("relative Gram loss of untrained filters of several sizes that no objective sees")
public record RandomFilterGram(
        @Default("16") @Summary("how many filters of each size")
        int filters) implements Measure {
    private static final List<Integer> SIZES = List.of(3, 5, 7, 11, 15, 23);

    /** Checks that there is a filter. */
    public RandomFilterGram {
        Require.atLeast(1, "filters", filters);
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.FILTERS);
    }

    @Override
    public Gauge open() throws IOException {
        return new LayerGauge(
                new RandomFilters(SIZES, filters, true, false)
                        .open(new RandomStreams(0).stream("measure-random-filter-gram")),
                SIZES.stream().map(size -> "filters-" + size).toList(),
                LayerGauge.LayerStatistic.GRAM);
    }
}
