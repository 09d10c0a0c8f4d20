package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.List;
import lichen.app.experiment.Session;
import lichen.app.experiment.generator.Subject;
import lichen.core.random.RandomStreams;
import lichen.model.generator.Generator;

/** Pictures of a generator's latents: what is drawn, and how it is called. */
interface LatentDrawing {
    /** The pictures, in the order to show them. */
    List<Subject.Shown> pictures();

    /**
     * Draws them.
     *
     * @param generator a trained generator
     * @param random random numbers for this alone
     */
    void draw(Generator generator, RandomStreams random, Session session) throws IOException;
}
