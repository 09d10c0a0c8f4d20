package lichen.model.spec;

import java.io.IOException;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.feature.Statistic;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;

/** A network that another program has saved: the keys that all of them have. */
interface ForeignSpec extends GraphSpec {
    /** What is said of the scaling. */
    String SCALING =
            "the pixels it was trained on: unit (RGB in [0,1]), minus-one-to-one, bytes, imagenet-rgb or imagenet-bgr";

    /** What is said of the pooling. */
    String POOLING = "whether pooling takes the mean instead of the maximum";

    /** The file. */
    FileReference weights();

    /** What the network expects of the pixels. */
    InputScaling scaling();

    /** Whether windows that take the maximum take the mean, as Gatys, Ecker and Bethge (2015), section 2, advise. */
    boolean averagePooling();

    /** Reads the file. */
    ForeignNetwork read() throws IOException;

    /** The file says it. */
    @Override
    default Set<Statistic> statistics() {
        return Set.of();
    }

    @Override
    default Graph graph(RandomGenerator random) throws IOException {
        return read().noted(weights());
    }
}
