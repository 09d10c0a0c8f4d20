package lichen.app.experiment.generator;

import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.Workbench;
import lichen.core.feature.Border;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generator;
import lichen.model.train.GeneratorLearner;
import lichen.model.train.Lesson;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.parameterization.Pixels;
import lichen.synthesis.start.MeanColour;

/** An experiment that trains a generator by what a synthesis asks of one image: all its images are asked for it. */
interface LessonExperiment extends GeneratorExperiment {
    /** What looks at images. */
    NetworkSpec network();

    /** What is asked of each image. */
    Loss objective();

    /** Images that make a step. */
    int batch();

    /**
     * What is asked of each image.
     *
     * @param photograph whose texture is meant
     * @param size of the images; the photograph's where left out
     * @param border how images go on beyond their border
     */
    default SynthesisExperiment asked(Picture photograph, Optional<Size> size, Border border) {
        return new SynthesisExperiment(
                seed(),
                backend(),
                photograph,
                network(),
                objective(),
                new MeanColour(0),
                size,
                border,
                new Pixels(),
                Optional.empty(),
                optimizer(),
                stop(),
                List.of(),
                List.of(),
                output());
    }

    /** Looks at {@link #asked what is asked}, and whether the generator can learn from such images. */
    default void inspect(Inspection inspection, SynthesisExperiment asked) {
        Workbench workbench = inspection.workbench();
        asked.inspect(inspection);
        Optional<Size> photograph =
                new Photograph(asked.target()).inspect(inspection, workbench.place(asked.target(), "$.target"));
        asked.size()
                .or(() -> photograph)
                .ifPresent(made -> inspection.check("$", () -> fresh(workbench).requireLearning(made)));
    }

    /** The learning of a generator, which begins. */
    default Taught taught(Generator fresh, Size size, Lesson lesson, Workbench workbench, TensorScope scope) {
        GeneratorLearner.Batch batch = new GeneratorLearner.Batch(batch(), size);
        return new Taught(
                new GeneratorLearner(fresh, batch, workbench.random().part("training"), lesson, scope), optimizer());
    }
}
