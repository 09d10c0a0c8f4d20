package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.Session;
import lichen.app.experiment.report.Curves;
import lichen.core.image.Size;
import lichen.core.loop.LoopState;
import lichen.core.loop.Player;
import lichen.core.loop.Step;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.run.MetricsTable;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.graph.Graph;

/** How a generator learns, as {@link LatentTask} runs it: what differs between those that teach it, hence several methods. */
interface Learning {
    /** Who takes turns. */
    List<Player> players();

    /** Where they begin. */
    LoopState start();

    /** The generator as it is now, as it will be used. */
    Graph graph();

    /** The generator at work with the numbers as they are at any time. */
    Generation generation(int images, Size size, TensorScope scope);

    /** The columns of its numbers, after that of evaluations. */
    List<String> columns();

    /** A row of them. */
    double[] row(Step step);

    /** The curves of these numbers. */
    Curves curves(MetricsTable numbers);

    /** What the pictures show that it adds to those of every generator, by their names, in the order to show them. */
    Map<String, String> pictures();

    /** Draws them, of what was learned. */
    void draw(Generator learned, RandomStreams random, Session session) throws IOException;
}
