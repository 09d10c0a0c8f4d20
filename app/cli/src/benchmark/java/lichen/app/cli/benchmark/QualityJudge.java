package lichen.app.cli.benchmark;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lichen.app.cli.Wiring;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.Workbench;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Reference;
import lichen.app.quality.Scorer;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;
import lichen.io.json.Config;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.json.Registry;

/** Scores images beside the photograph of an experiment, by the experiment's measures. */
final class QualityJudge implements AutoCloseable {
    private final Image photograph;
    private final Size size;
    private final ImageCodec images;
    private final Scorer scorer;

    private QualityJudge(Image photograph, Size size, ImageCodec images, Scorer scorer) {
        this.photograph = photograph;
        this.size = size;
        this.images = images;
        this.scorer = scorer;
    }

    /** That of an experiment that is a synthesis with measures. */
    static QualityJudge of(String json, Path folder) throws IOException {
        Injector injector = Wiring.injector();
        ImageCodec images = injector.getInstance(ImageCodec.class);
        Config<Experiment> config = injector.getInstance(ConfigReader.class)
                .read(new ConfigText("method.json", folder, json), List.of(), Experiment.class);
        SynthesisExperiment experiment = (SynthesisExperiment) config.value();
        Workbench workbench = new Workbench(config, images, new RandomStreams(experiment.seed()));
        Photograph photograph = new Photograph(experiment.target());
        Reference reference = photograph.reference(workbench, "$.target");
        Size size = new Size(reference.part().width(), reference.part().height());
        List<LabelledMeasure> measures =
                LabelledMeasure.of(injector.getInstance(Registry.class), experiment.measures());
        Scorer scorer = new Scorer(measures, reference);
        return new QualityJudge(photograph.open(workbench, "$.target"), size, images, scorer);
    }

    /** What methods see of the photograph. */
    Image photograph() {
        return photograph;
    }

    /** The geometric mean over the measures; 1 is another photograph. */
    double quality(Path image) throws IOException {
        return scorer.score(Resize.fit(images.read(image), size))
                .geometricMean()
                .orElseThrow();
    }

    /** Writes an image for another program. */
    void write(Image image, Path file) throws IOException {
        images.writePng(image, file, Depth.EIGHT_BITS);
    }

    @Override
    public void close() {
        scorer.close();
    }
}
