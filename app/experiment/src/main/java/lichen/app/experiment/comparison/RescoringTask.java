package lichen.app.experiment.comparison;

import java.io.IOException;
import java.util.List;
import lichen.app.experiment.Session;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.report.Section;
import lichen.io.run.RunDirectory;

/** Scores the images that a comparison has made, again. Interrupted, the comparison itself goes on with it. */
final class RescoringTask implements Compared {
    private final ComparisonTask comparison;

    RescoringTask(ComparisonTask comparison) {
        this.comparison = comparison;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        comparison.forgetScores(session.run());
        return comparison.score(session);
    }

    @Override
    public Results results(RunDirectory run) throws IOException {
        return comparison.results(run);
    }

    @Override
    public List<Section> tables(RunDirectory run) throws IOException {
        return comparison.tables(run);
    }

    @Override
    public void close() {
        comparison.close();
    }
}
