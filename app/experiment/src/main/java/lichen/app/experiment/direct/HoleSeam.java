package lichen.app.experiment.direct;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.report.Table;
import lichen.app.quality.Kind;
import lichen.app.quality.NumberText;
import lichen.app.quality.Scale;
import lichen.app.quality.Score;
import lichen.app.quality.ScoreFile;
import lichen.app.quality.measure.Seam;
import lichen.core.image.Image;
import lichen.io.run.RunDirectory;
import lichen.synthesis.filling.Hole;

/** How much the border of a filled hole shows. */
record HoleSeam(Hole hole) implements Appraisal {
    private static final String NAME = "seam";

    @Override
    public void write(Image image, RunDirectory run) throws IOException {
        double seam = Seam.along(image, hole::isAt);
        ScoreFile.write(file(run), List.of(new Score(NAME, Kind.OTHER, Scale.FULL, seam, Optional.empty())));
    }

    @Override
    public List<Section> sections(RunDirectory run) throws IOException {
        return ScoreFile.read(file(run)).stream()
                .<Section>map(score -> new Table(
                        "Border of the hole (steps across it over steps in the photograph: 1 does not show)",
                        List.of(NAME),
                        List.of(List.of(NumberText.of(score.value())))))
                .toList();
    }

    private static Path file(RunDirectory run) {
        return run.folder().resolve("scores.csv");
    }
}
