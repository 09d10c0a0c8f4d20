package lichen.app.experiment.foreign;

import java.io.IOException;
import java.util.List;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;

/**
 * The taking of one image of another program; part of a comparison only, and so no variant.
 *
 * @param target what is seen of the photograph: the image has its extents
 * @param image the file
 */
record ForeignImage(Picture target, FileReference image) implements Experiment {
    /** Nothing is drawn. */
    @Override
    public long seed() {
        return 0;
    }

    /** Nothing is computed on a device. */
    @Override
    public BackendChoice backend() {
        return BackendChoice.AUTO;
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        Image read = workbench.images().read(image);
        Size seen = target.seen(workbench.images().size(target.image()));
        if (!read.size().equals(seen)) {
            throw new IOException(image.name() + " " + misfit(read.size(), seen));
        }
        return new Taking(read, new Origin(workbench.images().isLossless(image)));
    }

    /** Why an image cannot be compared, and what to do. */
    static String misfit(Size found, Size seen) {
        return "is of " + found + " pixels, but of the photograph " + seen
                + " are seen: give the photograph the crop and the size that this program saw, or cut the image to that size";
    }

    private record Taking(Image image, Origin origin) implements Task {
        @Override
        public Verdict run(Session session) throws IOException {
            session.images()
                    .writePng(image, session.run().image(TextureExperiment.RESULT), Depth.EIGHT_BITS, origin.text());
            return Verdict.done("taken", session.run().image(TextureExperiment.RESULT));
        }

        @Override
        public List<Section> report(RunDirectory run) {
            return List.of(
                    Pictures.of(new ReportPicture(TextureExperiment.RESULT, run.image(TextureExperiment.RESULT))));
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
