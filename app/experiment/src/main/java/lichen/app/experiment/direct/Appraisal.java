package lichen.app.experiment.direct;

import java.io.IOException;
import java.util.List;
import lichen.app.experiment.ResultMeasures;
import lichen.app.experiment.report.Section;
import lichen.core.image.Image;
import lichen.io.run.RunDirectory;

/** What is told of an image when it is made. */
interface Appraisal {
    /** Looks at the image, and keeps what it finds in the run. */
    void write(Image image, RunDirectory run) throws IOException;

    /** What it has kept there, if it has. */
    List<Section> sections(RunDirectory run) throws IOException;

    /** By the measures of an experiment. */
    static Appraisal by(ResultMeasures measures) {
        return new Appraisal() {
            @Override
            public void write(Image image, RunDirectory run) throws IOException {
                measures.write(image, run);
            }

            @Override
            public List<Section> sections(RunDirectory run) throws IOException {
                return measures.sections(run);
            }
        };
    }

    /** Nothing. */
    static Appraisal none() {
        return new Appraisal() {
            @Override
            public void write(Image image, RunDirectory run) {
                // Nothing is looked at.
            }

            @Override
            public List<Section> sections(RunDirectory run) {
                return List.of();
            }
        };
    }
}
