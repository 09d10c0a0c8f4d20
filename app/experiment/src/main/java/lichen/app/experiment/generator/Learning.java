package lichen.app.experiment.generator;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.report.Section;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.loop.Player;
import lichen.core.loop.Step;
import lichen.io.run.RunDirectory;
import lichen.model.generator.Generation;
import lichen.model.graph.Graph;

/** How a generator learns, as {@link GeneratorTask} runs it: what differs between those that teach it, hence several methods. */
public interface Learning {
    /** Who takes turns. */
    List<Player> players();

    /** Where they begin. */
    LoopState start();

    /** Gives the generator the numbers that its player came to, which need not be those of its last step. */
    void end(Map<String, Minimum> minima);

    /** The generator as it is now, as it will be used. */
    Graph graph();

    /** The generator at work with the numbers as they are at any time, for looking at it. */
    Generation generation();

    /** How many previews in a row have to be alike, before it has collapsed. */
    int patience();

    /** The columns of its numbers, after that of evaluations. */
    List<String> columns();

    /** A row of them. */
    double[] row(Step step);

    /** What there is to report of these numbers. */
    List<Section> report(RunDirectory run) throws IOException;
}
